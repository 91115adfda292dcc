import type { Tx } from '../../../kernel/storage/tx.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import type { Programme } from '../../programme/index.ts'
import { type AnswerDue, dueOf, waitsForAnswer } from '../idea/answer-due.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'

export type AnswerDueStore = {
  /** Sets when the idea itself is to be answered. */
  readonly setClock: (id: string, due: AnswerDue) => Promise<void>
  /** Computes again by when the idea is to be answered: the earliest day of it and of those merged into it, while it waits. */
  readonly redate: (id: string) => Promise<void>
}

type Parts = Pick<IdeaContextParts, 'ideaStore' | 'clock'> & {
  readonly store: (tx: Tx) => AnswerDueStore
  readonly programme: Pick<Programme, 'thresholds' | 'zone'>
}

export type AnswersDue = ReturnType<typeof answersDue>

/** The clock that supports start. Whoever calls holds the lock on the idea, its counts computed already. */
export function answersDue(
  { ideaStore, clock, store, programme }: Parts,
  context: Pick<IdeaContext, 'happened'>,
) {
  return {
    /** Starts the idea's clock if it has reached a threshold and none runs, and writes that to its thread. */
    async start(tx: Tx, id: string): Promise<void> {
      const idea = await ideaStore(tx).find(id)
      if (!idea || idea.hidden || !waitsForAnswer(idea) || idea.due) return
      const { thresholds, zone } = programme
      const due = dueOf(idea, thresholds, idea.due, dateIn(clock.now(), zone))
      if (!due) return
      await store(tx).setClock(id, due)
      await store(tx).redate(id)
      await context.happened(tx, 'due', idea, undefined, due.on)
    },

    redate: (tx: Tx, id: string): Promise<void> => store(tx).redate(id),
  }
}
