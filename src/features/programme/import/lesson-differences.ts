import { isSameLesson, type Lesson } from '../programme/lesson.ts'
import type { MethodDifference } from './domain.ts'

/** Changes of what was learnt. A lesson has no id: one that changes is another. */
export function lessonDifferences(before: readonly Lesson[], after: readonly Lesson[]): MethodDifference[] {
  const without = (list: readonly Lesson[], others: readonly Lesson[]) =>
    list.filter(each => !others.some(other => isSameLesson(each, other)))
  const said = ({ text, axis, phase }: Lesson, act: 'added' | 'removed'): MethodDifference => {
    const about = axis ?? phase
    const subject = { of: 'lesson' as const, act, id: text, ...(about !== undefined && { facet: about }) }
    return { sentence: `The lesson "${text}" is ${act}.`, said: subject }
  }
  return [
    ...without(before, after).map(each => said(each, 'removed')),
    ...without(after, before).map(each => said(each, 'added')),
  ]
}
