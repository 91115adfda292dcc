import type { KeyedRandom } from '../../../kernel/crypto/keyed-random.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Programme } from '../../programme/index.ts'
import type { IdeaContextParts } from '../idea/context-usecases.ts'
import type { Small } from '../idea/row-store.ts'
import { rankingHandlers } from './handlers.ts'
import { morning, RANK } from './schedule.ts'
import { rankingStore } from './store.ts'
import { type RankingUsecases, rankingUsecases } from './usecases.ts'

type Parts = Pick<IdeaContextParts, 'transact' | 'read' | 'once' | 'clock' | 'ids'> & {
  readonly programme: Pick<Programme, 'directions'>
  readonly zone: string
  readonly draw: KeyedRandom
  readonly small: Small
}

export function rankingRoom({ transact, read, once, clock, ids, programme, zone, draw, small }: Parts) {
  const store = (tx: Tx) => rankingStore(tx, small)
  return rankingUsecases({ store, transact, read, once, clock, ids, zone, programme, draw })
}

/** At the very start too: an order that says nothing for a day would be taken for one. */
export function rankingEntries(ranking: RankingUsecases, zone: string) {
  return {
    handlers: [rankingHandlers(ranking)],
    routes: [],
    schedules: [{ kind: RANK, next: morning(zone), atFirst: true }],
  }
}
