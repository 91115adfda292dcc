import type { Actor } from '../../kernel/actor.ts'
import { type Cursor, pageOf, parseCursor } from '../../kernel/cursor.ts'
import type { Cell, Measure } from '../../kernel/figure.ts'
import { permit } from '../../kernel/permission.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { MessageUsecases } from '../messages/index.ts'
import type { Programme } from '../programme/index.ts'
import {
  type Answer,
  answerText,
  type Idea,
  type IdeaSeen,
  mayAnswerFor,
  PERMISSIONS,
  permitAnswer,
  standing,
} from './domain.ts'
import type { Ground, GroundParts, GroundStore } from './ground-usecases.ts'

export type AnswerStore = {
  /** The idea's answer from now on. */
  readonly setAnswer: (id: string, answer: Answer) => Promise<void>
  /** Ideas of the Direction without an answer, the oldest first, from just after `after`. */
  readonly waiting: (direction: string, limit: number, after?: Cursor) => Promise<readonly Idea[]>
  /** The same, received before `before` (milliseconds). */
  readonly waitingSince: (direction: string, before: number, limit: number) => Promise<readonly Idea[]>
  /** Axes under which the Direction has an idea that came at `since` (milliseconds) or later. */
  readonly axesSince: (direction: string, since: number) => Promise<readonly string[]>
  /** Who supports the idea, its author included, by id, from just after `after`. */
  readonly supporters: (id: string, limit: number, after: string) => Promise<readonly string[]>
  /** Ideas that stand, by Direction, axis and state. */
  readonly cells: () => Promise<readonly Cell[]>
}

type Parts = GroundParts & {
  readonly store: (tx: Tx) => GroundStore & AnswerStore
  readonly messages: Pick<MessageUsecases, 'tell'>
  readonly programme: Pick<Programme, 'directions'>
}

/** People told in one transaction: votes and taps wait for it on SQLite, a millisecond or two a person. */
const TOLD = 50
/** Ideas that a nudge may ask for. */
const MANY = 100

export function answerUsecases(parts: Parts, ground: Ground) {
  const { store, transact, read, note, audit, clock, messages, programme } = parts

  /** Those who support the idea hear of its answer: the next `TOLD` of them, and a fact for those after. */
  async function tellSupporters(tx: Tx, id: string, by: string, after: string): Promise<void> {
    const people = await store(tx).supporters(id, TOLD, after)
    for (const person of people.filter(each => each !== by)) {
      await messages.tell(tx, {
        person,
        topic: 'idea-answered',
        reason: `idea-answered:${id}`,
        subject: { idea: id },
        by: 'ideas',
      })
    }
    const last = people.at(-1)
    if (people.length < TOLD || last === undefined) return
    const payload = { idea: id, by, after: last }
    await note(tx, { kind: 'ideas.answered', payload, mergeKey: `ideas.answered:${id}:${last}` })
  }

  return {
    /**
     * Answers the idea, or puts other words in place of the answer. Its author and supporters hear of the first.
     * @throws Refusal `gone`, `role-needed`, `not-yours`, `empty-text`, `too-long`
     */
    async answer(actor: Actor, id: string, typed: string): Promise<IdeaSeen> {
      const idea = await ground.withLocked(id, async (tx, found) => {
        permitAnswer(found, actor)
        const text = answerText(typed)
        if (found.answer?.text === text && found.answer.by === actor.id) return
        await store(tx).setAnswer(id, { text, by: actor.id, as: actor.role, at: clock.now() })
        await ground.happened(tx, 'answered', id, actor)
        const { act } = PERMISSIONS[found.answer ? 'answerAgain' : 'answer']
        await audit(tx, actor, act, id)
        if (found.answer) return
        await note(tx, { kind: 'ideas.answered', payload: { idea: id, by: actor.id, after: '' } })
      })
      return ground.seenOne(actor, idea)
    },

    /** Tells a page of supporters that the idea `id` was answered by `by`; nothing once it is gone. */
    tellAnswered: (id: string, by: string, after: string): Promise<void> =>
      transact(async tx => {
        const idea = await store(tx).find(id)
        if (idea?.state === 'answered') await tellSupporters(tx, id, by, after)
      }),

    /**
     * Ideas of a Direction that wait for an answer, the oldest first; none for who may not answer there.
     * @throws Refusal `malformed`, `gone` (the Direction)
     */
    async waiting(actor: Actor, direction: string, limit: number, after?: string) {
      permit(PERMISSIONS.read, actor.role)
      const from = after === undefined ? undefined : parseCursor(after)
      standing(programme.directions.find(({ id }) => id === direction))
      if (!mayAnswerFor(actor, direction)) return { items: [], mayAnswer: false }
      const found = await read(tx => store(tx).waiting(direction, limit + 1, from))
      const { items, ...rest } = pageOf(found, limit)
      return { items: await ground.seen(actor, items), mayAnswer: true, ...rest }
    },

    /** Ideas of a Direction that wait since before `before` (milliseconds), the oldest first; at most 100. */
    waitingSince: (direction: string, before: number, limit: number): Promise<readonly Idea[]> =>
      read(tx => store(tx).waitingSince(direction, before, Math.min(limit, MANY))),

    /** Axes under which somebody of the Direction said something at `since` (milliseconds) or later. */
    axesSince: (direction: string, since: number): Promise<readonly string[]> =>
      read(tx => store(tx).axesSince(direction, since)),

    /** What the daily figures count of ideas. */
    measures: [{ name: 'ideas', count: tx => store(tx).cells() }] satisfies readonly Measure[],
  }
}
