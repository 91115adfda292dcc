import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { ThreadUsecases } from '../../thread/index.ts'
import { type Commitment, UNDO_TIME } from './domain.ts'

export const KEPT = 'commitments.kept'

type Parts = {
  readonly store: (tx: Tx) => {
    readonly lock: (id: string) => Promise<Commitment | undefined>
    readonly keep: (commitment: Commitment) => Promise<void>
  }
  readonly transact: Transact
  readonly note: Note
  readonly clock: { readonly now: () => number }
  readonly ideas: Pick<IdeaUsecases, 'notifyFollowers'>
  readonly thread: Pick<ThreadUsecases, 'add'>
}

export type IdeaTelling = ReturnType<typeof ideaTelling>

/**
 * Events in the thread of the idea that a commitment answers, each step once: only of those visible to everyone, and
 * without a name, since one may be let go or hidden again.
 */
export function ideaTelling({ store, transact, note, clock, ideas, thread }: Parts) {
  return {
    /** Adds the event that somebody committed. @returns the commitment with that noted, not stored yet */
    async tellCommitted(tx: Tx, commitment: Commitment): Promise<Commitment> {
      const { idea, visibility, ideaTold } = commitment
      if (idea === undefined || visibility !== 'everyone' || ideaTold !== undefined) return commitment
      await thread.add(tx, { thing: 'idea', id: idea, kind: 'committed', at: clock.now() })
      return { ...commitment, ideaTold: 'committed' }
    },

    /** Schedules the event that it was kept for the end of the undo window. */
    async tellKeptLater(
      tx: Tx,
      { id, idea, visibility, state, endedAt, ideaTold }: Commitment,
    ): Promise<void> {
      if (idea === undefined || visibility !== 'everyone' || state !== 'kept' || ideaTold === 'kept') return
      const payload = { commitment: id, ended: endedAt ?? 0 }
      await note(tx, { kind: KEPT, payload, dueAt: clock.now() + UNDO_TIME })
    },

    /** Adds that event, unless the ending of that time (ms) was undone, or everyone no longer sees it. */
    tellKept: (id: string, ended: number): Promise<void> =>
      transact(async tx => {
        const found = await store(tx).lock(id)
        if (found?.idea === undefined || found.state !== 'kept' || found.endedAt !== ended) return
        if (found.visibility !== 'everyone' || found.ideaTold === 'kept') return
        await ideas.notifyFollowers(tx, { idea: found.idea, step: 'kept', unnamed: found.person })
        await store(tx).keep({ ...found, ideaTold: 'kept' })
      }),
  }
}
