import type { Actor } from '../../../kernel/access/actor.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { lineWithin } from '../../../kernel/text/text.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { ProgrammeStore } from '../method/usecases.ts'
import type { ProgrammeContent } from '../programme/domain.ts'
import { isSameLesson, LESSON_LENGTH, type Lesson, MOST_LESSONS } from '../programme/lesson.ts'
import { IMPORT_PERMISSIONS } from './domain.ts'

type Parts = {
  readonly store: (tx: Tx) => Pick<ProgrammeStore, 'lock' | 'save'>
  readonly transact: Transact
  readonly audit: Audit
  readonly clock: Clock
}

export type LessonUsecases = ReturnType<typeof lessonUsecases>

type Lessons = readonly Lesson[]

/** @throws Refusal `gone`: the axis or the phase is not, or no longer, one of the programme’s */
function checkAbout({ axes, phases }: ProgrammeContent, { axis, phase }: Lesson): void {
  const knows = (list: readonly { readonly id: string }[], id: string | undefined) =>
    id === undefined || list.some(each => each.id === id)
  if (!knows(axes, axis) || !knows(phases, phase)) throw new Refusal('gone')
}

/** `lessons` with one more, unless it is among them. @throws Refusal `empty-text`, `too-long`, `gone`, `lessons-full` */
function added(content: ProgrammeContent, lessons: Lessons, typed: Lesson): Lessons {
  const lesson = { ...typed, text: lineWithin(typed.text, LESSON_LENGTH) }
  checkAbout(content, lesson)
  if (lessons.some(each => isSameLesson(each, lesson))) return lessons
  if (lessons.length >= MOST_LESSONS) throw new Refusal('lessons-full', { count: MOST_LESSONS })
  return [...lessons, lesson]
}

/** What the Lab' writes down for whoever takes the method. It is stored with the method, at once. */
export function lessonUsecases({ store, transact, audit, clock }: Parts) {
  const change = (actor: Actor, changed: (content: ProgrammeContent) => Lessons): Promise<Lessons> => {
    permit(IMPORT_PERMISSIONS.learn, actor.role)
    return transact(async tx => {
      const content = await store(tx).lock()
      if (!content) throw new Refusal('gone')
      const lessons = changed(content)
      if (lessons === content.lessons) return lessons
      await store(tx).save({ ...content, lessons }, clock.now())
      await audit(tx, actor, IMPORT_PERMISSIONS.learn.act, content.id)
      return lessons
    })
  }

  return {
    /**
     * Puts a lesson in the place of another, within the transaction of whoever keeps both; undefined: none. What is there already
     * stays once.
     * @throws Refusal `empty-text`, `too-long`, `gone`, `lessons-full`
     */
    async replace(tx: Tx, former: Lesson | undefined, next: Lesson | undefined): Promise<void> {
      const content = await store(tx).lock()
      if (!content) throw new Refusal('gone')
      const left = content.lessons.filter(each => !former || !isSameLesson(each, former))
      const lessons = next ? added(content, left, next) : left
      if (JSON.stringify(lessons) === JSON.stringify(content.lessons)) return
      await store(tx).save({ ...content, lessons }, clock.now())
    },

    /**
     * Adds a lesson; the same one twice is one. @throws Refusal `role-needed`, `empty-text`, `too-long`, `gone`,
     * `lessons-full`
     */
    add: (actor: Actor, typed: Lesson): Promise<Lessons> =>
      change(actor, content => added(content, content.lessons, typed)),

    /** Removes it; nothing where it is not there. @throws Refusal `role-needed`, `gone` */
    remove: (actor: Actor, lesson: Lesson): Promise<Lessons> =>
      change(actor, ({ lessons }) =>
        lessons.some(each => isSameLesson(each, lesson))
          ? lessons.filter(each => !isSameLesson(each, lesson))
          : lessons,
      ),
  }
}
