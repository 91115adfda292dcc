import { open } from '../../../db/index.ts'
import type { Expiring } from '../../../kernel/personal-data/expiry.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { RetentionStore } from './usecases.ts'

export function retentionStore(tx: Tx): RetentionStore {
  const db = open(tx)
  return {
    async note(day, kind, count) {
      await db
        .insertInto('erasure')
        .values({ day, kind, count })
        .onConflict(on =>
          on.columns(['day', 'kind']).doUpdateSet(({ eb, ref }) => ({
            count: eb(ref('erasure.count'), '+', ref('excluded.count')),
          })),
        )
        .execute()
    },

    async forget(day) {
      await db.deleteFrom('erasure').where('day', '<', day).execute()
    },

    async last(limit) {
      const rows = await db
        .selectFrom('erasure')
        .selectAll()
        .orderBy('day', 'desc')
        .orderBy('kind')
        .limit(limit)
        .execute()
      return rows.map(row => ({ ...row, kind: row.kind as Expiring }))
    },
  }
}
