import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'

export type SeriesSummaryStore = ReturnType<typeof seriesSummaryStore>

/** Series whose summary stands in their channels. */
export function seriesSummaryStore(tx: Tx) {
  const db = open(tx)
  return {
    /** False when it was posted before. */
    async post(series: string, at: number): Promise<boolean> {
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('series_summary')
        .values({ series_id: series, posted_at: at })
        .onConflict(conflict => conflict.column('series_id').doNothing())
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows > 0n
    },

    /** Since when (ms). */
    async postedAt(series: string): Promise<number | undefined> {
      const row = await db
        .selectFrom('series_summary')
        .select('posted_at')
        .where('series_id', '=', series)
        .executeTakeFirst()
      return row?.posted_at
    },
  }
}
