import { open } from '../../db/index.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { BatchStore } from './batch-usecases.ts'

export function batchStore(tx: Tx): BatchStore {
  const db = open(tx)
  return {
    async counts(batch) {
      const rows = await db
        .selectFrom('message')
        .select(({ fn }) => ['state', 'why', fn.countAll<number>().as('count')])
        .where('batch', '=', batch)
        .groupBy(['state', 'why'])
        .execute()
      return rows.map(({ why, ...row }) => ({ ...row, ...(why !== null && { why }) }))
    },

    async page(batch, state, limit, after) {
      const rows = await db
        .selectFrom('message')
        .select('id')
        .where('batch', '=', batch)
        .where('state', '=', state)
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(({ id }) => id)
    },
  }
}
