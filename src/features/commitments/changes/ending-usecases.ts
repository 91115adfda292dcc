import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { type Commitment, checkOwn, type Ending, UNDO_TIME, undoUntil } from '../commitment/domain.ts'
import type { IdeaTelling } from '../commitment/idea-usecases.ts'
import type { CommitmentStore } from '../commitment/usecases.ts'
import { CHANGE_PERMISSIONS } from './domain.ts'

type Parts = {
  readonly store: (tx: Tx) => Pick<CommitmentStore, 'lock' | 'keep'>
  readonly transact: Transact
  readonly clock: Clock
  readonly telling: Pick<IdeaTelling, 'tellKeptLater'>
  /** Withdraws what was told of it: kept no more, it is no more told. */
  readonly dropStory: (tx: Tx, commitment: string) => Promise<void>
}

export type EndingUsecases = ReturnType<typeof endingUsecases>

export function endingUsecases({ store, transact, clock, telling, dropStory }: Parts) {
  return {
    /** Ends it as kept or let go; either can be corrected later. Idempotent. @throws Refusal `gone`, `not-yours` */
    end: (actor: Actor, id: string, state: Ending): Promise<Commitment> =>
      transact(async tx => {
        const { endedAt, story, ...found } = checkOwn(actor, await store(tx).lock(id), CHANGE_PERMISSIONS.end)
        const told = story && { story }
        if (found.state === state) return { ...found, ...told, ...(endedAt !== undefined && { endedAt }) }
        if (story) await dropStory(tx, id)
        const former = { state: found.state, ...(endedAt !== undefined && { endedAt }) }
        const ended = { ...found, state, endedAt: clock.now(), former }
        await store(tx).keep(ended)
        await telling.tellKeptLater(tx, ended)
        return ended
      }),

    /**
     * Restores the state before an ending, within ten minutes. `until`: end of its undo window (ms), which identifies
     * the ending. Idempotent.
     * @throws Refusal `gone`, `not-yours`, `ending-stands`
     */
    undoEnd: (actor: Actor, id: string, until: number): Promise<Commitment> =>
      transact(async tx => {
        const found = checkOwn(actor, await store(tx).lock(id), CHANGE_PERMISSIONS.undoEnd)
        if (found.former === undefined || (found.endedAt ?? 0) + UNDO_TIME !== until) return found
        if (undoUntil(found, clock.now()) === undefined) throw new Refusal('ending-stands')
        if (found.story) await dropStory(tx, id)
        const { former, endedAt: _, story: __, ...rest } = found
        const before = { ...rest, ...former }
        await store(tx).keep(before)
        return before
      }),

    /** End of an ending's undo window (ms); undefined without one, or once it is over. */
    undoUntil: (commitment: Commitment): number | undefined => undoUntil(commitment, clock.now()),
  }
}
