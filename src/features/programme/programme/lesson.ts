import { cleanLine } from '../../../kernel/text/text.ts'

/**
 * What was learnt, for whoever takes the method: in the words of the Lab', in the programme's language, without anybody's name.
 * `axis`, `phase`: what it is about; neither: the whole.
 */
export type Lesson = {
  readonly text: string
  readonly axis?: string | undefined
  readonly phase?: string | undefined
}

/** Characters of one. */
export const LESSON_LENGTH = 500
export const MOST_LESSONS = 60

/** Whether two say the same of the same: a lesson has no id. */
export function isSameLesson(one: Lesson, other: Lesson): boolean {
  return one.axis === other.axis && one.phase === other.phase && cleanLine(one.text) === cleanLine(other.text)
}
