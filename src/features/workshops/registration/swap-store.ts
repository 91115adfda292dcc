import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { workshopOf } from '../workshop/row-store.ts'
import type { SwapStore } from './swap-usecases.ts'

export function swapStore(tx: Tx): SwapStore {
  return {
    async daysAhead(series, now, limit) {
      const rows = await open(tx)
        .selectFrom('workshop')
        .selectAll()
        .where('series', '=', series)
        .where('series', '<>', '')
        .where('starts_at', '>', now)
        .where('state', '=', 'announced')
        .orderBy('starts_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(workshopOf)
    },
  }
}
