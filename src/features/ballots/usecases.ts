import type { Actor } from '../../kernel/actor.ts'
import { permit } from '../../kernel/permission.ts'
import { type BallotResult, PERMISSIONS } from './domain.ts'
import { type BallotParts, ballotGround } from './ground-usecases.ts'
import { listUsecases } from './list-usecases.ts'
import { openingUsecases } from './opening-usecases.ts'
import { voteUsecases } from './vote-usecases.ts'

export type { BallotStore } from './ground-usecases.ts'
export type BallotUsecases = ReturnType<typeof ballotUsecases>

export function ballotUsecases(parts: BallotParts) {
  const { store, read } = parts
  const ground = ballotGround(parts)
  const { foundIn, resultIn } = ground
  return {
    ...openingUsecases(parts, ground),
    ...voteUsecases(parts, ground),
    ...listUsecases(parts, ground),

    /** @throws Refusal `gone` */
    show(actor: Actor, id: string): Promise<BallotResult> {
      permit(PERMISSIONS.read, actor.role)
      return read(tx => foundIn(tx, actor.id, id))
    },

    /** What everybody in a channel sees, or nothing when it is gone. */
    async posted(id: string): Promise<BallotResult | undefined> {
      return read(async tx => {
        const found = await store(tx).find(id)
        return found && resultIn(tx, found, undefined)
      })
    },
  }
}
