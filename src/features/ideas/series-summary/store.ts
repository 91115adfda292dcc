import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { SeriesSummaryStore } from './usecases.ts'

/** Series whose summary stands in their channels. */
export function seriesSummaryStore(tx: Tx): SeriesSummaryStore {
  const db = open(tx)
  return {
    async post(series, at) {
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('series_summary')
        .values({ series_id: series, posted_at: at })
        .onConflict(conflict => conflict.column('series_id').doNothing())
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows > 0n
    },

    async postedAt(series) {
      const row = await db
        .selectFrom('series_summary')
        .select('posted_at')
        .where('series_id', '=', series)
        .executeTakeFirst()
      return row?.posted_at
    },
  }
}
