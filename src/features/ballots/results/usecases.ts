import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { KeyedRandom } from '../../../kernel/crypto/keyed-random.ts'
import { exact, FEWEST, type Shown, share } from '../../../kernel/personal-data/counts.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Programme } from '../../programme/index.ts'
import { cellsOf, type DirectionTurnout, tells } from '../ballot/audience.ts'
import { type BallotStore, requireFound, type VoteReads } from '../ballot/context-usecases.ts'
import { BALLOT_PERMISSIONS, hasBegun, SUPPORT_FROM, stageOf } from '../ballot/domain.ts'
import type { TurnoutStore } from './turnout-usecases.ts'

type Parts = {
  readonly store: (tx: Tx) => Pick<BallotStore, 'find'>
  readonly votes: (tx: Tx) => Pick<VoteReads, 'directions'>
  readonly turnout: (tx: Tx) => Pick<TurnoutStore, 'votesByDirection'>
  readonly read: Transact
  readonly clock: Clock
  readonly programme: Pick<Programme, 'directions'>
  /** Random thresholds at which a Direction's rounded turn-out changes: see `estimatedWithin`. */
  readonly draw: KeyedRandom
}

export type ResultUsecases = ReturnType<typeof resultUsecases>

export function resultUsecases({ store, votes, turnout, read, clock, programme, draw }: Parts) {
  return {
    /**
     * Number of Directions that support each option, after the end; unknown for a secret ballot.
     * @throws Refusal `gone`
     */
    async supports(actor: Actor, id: string): Promise<ReadonlyMap<string, Shown>> {
      permit(BALLOT_PERMISSIONS.read, actor.role)
      const counts = await read(async tx => {
        const ballot = requireFound(await store(tx).find(id))
        const isPublic = stageOf(ballot, clock.now()) === 'closed' && !ballot.secret
        return isPublic ? votes(tx).directions(id, SUPPORT_FROM) : new Map<string, number>()
      })
      return new Map([...counts].map(([option, count]) => [option, exact('open-ballot', count)]))
    },

    /**
     * The turn-out of each Direction that it asked, in the programme's order. Once it has ended only: a figure that
     * grows while one looks at it tells who has just voted. None before, nor where the exact total beside it would give
     * a figure away, nor where most Directions have too few votes for one.
     * @throws Refusal `gone`
     */
    async byDirection(actor: Actor, id: string): Promise<readonly DirectionTurnout[]> {
      permit(BALLOT_PERMISSIONS.read, actor.role)
      const [ballot, counts] = await read(async tx => [
        requireFound(await store(tx).find(id)),
        await turnout(tx).votesByDirection(id),
      ])
      if (stageOf(ballot, clock.now()) !== 'closed' || !hasBegun(ballot, clock.now())) return []
      const cells = cellsOf(ballot, programme.directions, counts, draw)
      if (!tells(cells, ballot.votes)) return []
      return cells.map(({ direction, shown, whole }) => ({
        direction,
        votes: shown,
        share: share(shown, whole),
        ...(whole > 0 && whole < FEWEST && { small: true as const }),
      }))
    },
  }
}
