import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Usage, UsageCount } from '../../../kernel/storage/usage-count.ts'

async function count(tx: Tx): Promise<readonly Usage[]> {
  const rows = await open(tx)
    .selectFrom('workshop')
    .select(({ fn }) => ['axis as id', fn.countAll<number>().as('count')])
    .groupBy('axis')
    .execute()
  return rows.map(row => ({ under: 'axis' as const, ...row }))
}

/** Number of workshops, past ones included. */
export const workshopUsage: UsageCount = { kind: 'workshops', one: 'workshop', many: 'workshops', count }
