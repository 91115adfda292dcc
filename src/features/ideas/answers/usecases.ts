import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { exact, type Shown } from '../../../kernel/personal-data/counts.ts'
import type { Measure, MeasuredCount } from '../../../kernel/personal-data/measure.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Programme } from '../../programme/index.ts'
import { isOwedByDirection } from '../idea/answer-due.ts'
import { mayAnswerFor } from '../idea/answer-rights.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import { IDEA_PERMISSIONS, type Idea, type IdeaSeen, requireFound } from '../idea/domain.ts'
import { type Pending, withPending } from '../idea/pending.ts'
import { ANSWER_PERMISSIONS, answerText, permitAnswer } from './domain.ts'
import type { Pendings } from './take-back-usecases.ts'
import { parseWaitingCursor, type WaitingCursor, waitingCursorAfter, waitingPageOf } from './waiting-pages.ts'

export type AnswerStore = {
  /** Ideas of the Direction neither answered nor decided: those it owes an answer first, then the oldest. */
  readonly waiting: (direction: string, limit: number, after?: WaitingCursor) => Promise<readonly Idea[]>
  /** The same, not even under study, and received before `before` (milliseconds). */
  readonly waitingSince: (direction: string, before: number, limit: number) => Promise<readonly Idea[]>
  /** The same as `waiting`, without those that somebody answered or decided within the undo window. */
  readonly unsaid: AnswerStore['waiting']
  readonly unsaidCount: (direction: string) => Promise<number>
  /** Number of ideas submitted from `from` to before `until` (milliseconds), without those taken back or merged. */
  readonly countBetween: (direction: string, from: number, until: number) => Promise<number>
  /** Axes under which the Direction has an idea submitted at `since` (milliseconds) or later. */
  readonly axesSince: (direction: string, since: number) => Promise<readonly string[]>
  /** Number of ideas by Direction, axis and state; without those taken back or merged. */
  readonly cells: () => Promise<readonly MeasuredCount[]>
  /** The same of one Direction, whose ideas without a name count nowhere where it is small. */
  readonly cellsOf: (direction: string) => Promise<readonly MeasuredCount[]>
}

/** `next`: the cursor after it. */
export type NextWaiting = { readonly count: number; readonly idea?: IdeaSeen; readonly next?: string }

type Parts = Pick<IdeaContextParts, 'read' | 'audit'> & {
  readonly store: (tx: Tx) => AnswerStore
  readonly pendingOn: (tx: Tx, ideas: readonly string[]) => Promise<readonly Pending[]>
  readonly delay: Pendings['delay']
  readonly programme: Pick<Programme, 'directions'>
}

/** Ideas that a nudge may ask for at once. */
const MANY = 100

export type AnswerUsecases = ReturnType<typeof answerUsecases>

export function answerUsecases(
  { store, pendingOn, delay, read, audit, programme }: Parts,
  context: Pick<IdeaContext, 'withLocked' | 'seenOne' | 'seen'>,
) {
  return {
    /**
     * Answers the idea, or replaces the answer. Delayed by `TELL_AFTER`, during which it can be undone; then author and
     * supporters are notified of a first answer.
     * @throws Refusal `gone`, `role-needed`, `not-yours`, `empty-text`, `too-long`
     */
    async answer(actor: Actor, id: string, typed: string): Promise<IdeaSeen> {
      const idea = await context.withLocked(id, async (tx, found) => {
        const rows = await pendingOn(tx, [id])
        const now = withPending(found, rows)
        permitAnswer(now, actor)
        const text = answerText(typed)
        if (now.answer?.text === text && now.answer.by === actor.id) return
        await delay(tx, actor, found, { step: 'answered', text }, rows)
        await audit(tx, actor, ANSWER_PERMISSIONS[now.answer ? 'answerAgain' : 'answer'].act, id)
      })
      return context.seenOne(actor, idea)
    },

    /**
     * Ideas of a Direction that wait for an answer or a decision: what it owes first, by its day, then the oldest; none for who may not answer there.
     * @throws Refusal `malformed`, `gone` (the Direction)
     */
    async waiting(actor: Actor, direction: string, limit: number, after?: string) {
      permit(IDEA_PERMISSIONS.read, actor.role)
      const from = after === undefined ? undefined : parseWaitingCursor(after)
      requireFound(programme.directions.find(({ id }) => id === direction))
      if (!mayAnswerFor(actor, direction)) return { items: [], mayAnswer: false }
      const found = await read(tx => store(tx).waiting(direction, limit + 1, from))
      const { items, ...rest } = waitingPageOf(found, limit, idea => ({
        idea,
        at: idea.at,
        owed: isOwedByDirection(idea),
      }))
      return { items: await context.seen(actor, items), mayAnswer: true, ...rest }
    },

    /**
     * The first idea of a Direction that waits after the cursor `after`, with the cursor that follows it, and how many wait in
     * all; nothing for who may not answer there. What somebody has just answered waits no more.
     * @throws Refusal `malformed`
     */
    async nextWaiting(actor: Actor, direction: string, after = ''): Promise<NextWaiting> {
      permit(IDEA_PERMISSIONS.read, actor.role)
      const from = after === '' ? undefined : parseWaitingCursor(after)
      if (!mayAnswerFor(actor, direction)) return { count: 0 }
      const { count, found } = await read(async tx => ({
        count: await store(tx).unsaidCount(direction),
        found: (await store(tx).unsaid(direction, 1, from))[0],
      }))
      if (!found) return { count }
      return { count, idea: await context.seenOne(actor, found), next: waitingCursorAfter(found) }
    },

    /** How many ideas of a Direction, which all may read, were submitted from `from` to before `until` (milliseconds). */
    submittedBetween: (direction: string, from: number, until: number): Promise<Shown> =>
      read(async tx => exact('ideas', await store(tx).countBetween(direction, from, until))),

    /**
     * Ideas of a Direction without any reaction since before `before` (milliseconds), the oldest first; at most 100.
     */
    waitingSince: (direction: string, before: number, limit: number): Promise<readonly Idea[]> =>
      read(tx => store(tx).waitingSince(direction, before, Math.min(limit, MANY))),

    /** Axes under which somebody of the Direction submitted an idea at `since` (milliseconds) or later. */
    axesSince: (direction: string, since: number): Promise<readonly string[]> =>
      read(tx => store(tx).axesSince(direction, since)),

    /** What the daily figures count of ideas, and what a Direction's page counts as it is read. */
    measures: [
      {
        name: 'ideas',
        count: tx => store(tx).cells(),
        within: (tx, direction) => store(tx).cellsOf(direction),
      },
    ] satisfies readonly Measure[],
  }
}
