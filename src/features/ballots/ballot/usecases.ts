import type { Actor } from '../../../kernel/access/actor.ts'
import { may, permit } from '../../../kernel/access/permission.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { AudienceUsecases } from './audience-usecases.ts'
import type { BallotContext, BallotStore } from './context-usecases.ts'
import { BALLOT_PERMISSIONS, type BallotResult, checkOpen, hasBegun } from './domain.ts'

type Parts = {
  readonly store: (tx: Tx) => Pick<BallotStore, 'find'>
  readonly read: Transact
  readonly clock: Clock
  readonly audience: Pick<AudienceUsecases, 'addressed'>
  readonly context: Pick<BallotContext, 'foundIn' | 'resultIn'>
}

export type ShowUsecases = ReturnType<typeof showUsecases>

/** One ballot, as a person or a channel sees it. */
export function showUsecases({ store, read, clock, audience, context }: Parts) {
  const { foundIn, resultIn } = context
  return {
    /**
     * The ballot as the actor sees it in `channel`, if any.
     * @throws Refusal `gone`, and `ballot-not-open`, `ballot-draft` for who may not open it
     */
    async show(actor: Actor, id: string, channel?: string): Promise<BallotResult> {
      permit(BALLOT_PERMISSIONS.read, actor.role)
      const found = await read(tx => foundIn(tx, actor.id, id))
      if (found.stage !== 'closed' && !may(BALLOT_PERMISSIONS.start, actor.role))
        checkOpen(found, clock.now())
      return audience.addressed(found, { actor, channel })
    },

    /** What everybody in a channel sees; undefined when it was deleted or has not been opened. */
    async posted(id: string): Promise<BallotResult | undefined> {
      const found = await read(async tx => {
        const one = await store(tx).find(id)
        return one && resultIn(tx, one, undefined)
      })
      return found && hasBegun(found, clock.now()) ? audience.addressed(found) : undefined
    },
  }
}
