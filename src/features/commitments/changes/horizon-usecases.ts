import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { type Commitment, checkHorizon, checkOwn } from '../commitment/domain.ts'
import type { CommitmentStore } from '../commitment/usecases.ts'
import { CHANGE_PERMISSIONS } from './domain.ts'

type Parts = {
  readonly store: (tx: Tx) => Pick<CommitmentStore, 'lock' | 'move'>
  readonly transact: Transact
  readonly today: () => string
}

export type MoveUsecases = ReturnType<typeof moveUsecases>

export function moveUsecases({ store, transact, today }: Parts) {
  return {
    /**
     * Sets another horizon, `YYYY-MM-DD`, unless it has ended. Idempotent.
     * @throws Refusal `gone`, `not-yours`, `commitment-ended`, `horizon-missing`, `date-past`
     */
    move: (actor: Actor, id: string, horizon: string): Promise<Commitment> =>
      transact(async tx => {
        const found = checkOwn(actor, await store(tx).lock(id), CHANGE_PERMISSIONS.move)
        if (found.state !== 'taken') throw new Refusal('commitment-ended')
        if (found.horizon === horizon) return found
        await store(tx).move(id, checkHorizon(horizon, today()))
        return { ...found, horizon }
      }),
  }
}
