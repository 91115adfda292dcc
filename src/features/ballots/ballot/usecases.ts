import type { Actor } from '../../../kernel/access/actor.ts'
import { may, permit } from '../../../kernel/access/permission.ts'
import { checkingUsecases } from '../drafting/usecases.ts'
import { openingUsecases } from '../lifecycle/usecases.ts'
import { voteUsecases } from '../voting/usecases.ts'
import { type BallotParts, ballotGround } from './context-usecases.ts'
import { type BallotResult, checkOpen, hasBegun, PERMISSIONS } from './domain.ts'
import { listUsecases } from './list-usecases.ts'
import { optionUsecases } from './option-usecases.ts'

export type { BallotStore } from './context-usecases.ts'
export type BallotUsecases = ReturnType<typeof ballotUsecases>

export function ballotUsecases(parts: BallotParts) {
  const { store, read, clock } = parts
  const ground = ballotGround(parts)
  const { foundIn, resultIn, addressed } = ground
  const checking = checkingUsecases(parts, ground)
  return {
    ...checking,
    ...openingUsecases(parts, ground, checking.check),
    ...voteUsecases(parts, ground),
    ...listUsecases(parts, ground),
    ...optionUsecases(parts, ground),

    /**
     * As the actor sees it in `channel`, if it stands in one.
     * @throws Refusal `gone`, and `ballot-not-open`, `ballot-draft` for who may not open it
     */
    async show(actor: Actor, id: string, channel?: string): Promise<BallotResult> {
      permit(PERMISSIONS.read, actor.role)
      const found = await read(tx => foundIn(tx, actor.id, id))
      if (found.stage !== 'closed' && !may(PERMISSIONS.start, actor.role)) checkOpen(found, clock.now())
      return addressed(found, { actor, channel })
    },

    /** What everybody in a channel sees, or nothing when it is gone or was not opened yet. */
    async posted(id: string): Promise<BallotResult | undefined> {
      const found = await read(async tx => {
        const one = await store(tx).find(id)
        return one && resultIn(tx, one, undefined)
      })
      return found && hasBegun(found, clock.now()) ? addressed(found) : undefined
    },
  }
}
