import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Usage, UsageCount } from '../../../kernel/storage/usage-count.ts'

async function countBound(tx: Tx, table: 'channel' | 'team'): Promise<readonly Usage[]> {
  const rows = await open(tx)
    .selectFrom(table)
    .select(({ ref, fn }) => [ref('direction').$notNull().as('id'), fn.countAll<number>().as('count')])
    .where('direction', 'is not', null)
    .groupBy('direction')
    .execute()
  return rows.map(row => ({ under: 'direction' as const, ...row }))
}

/** Archived and deleted ones included: they may be restored. */
export const channelUsage: UsageCount = {
  kind: 'channels',
  one: 'bound channel',
  many: 'bound channels',
  count: tx => countBound(tx, 'channel'),
}
export const teamStanding: UsageCount = {
  kind: 'teams',
  one: 'bound team',
  many: 'bound teams',
  count: tx => countBound(tx, 'team'),
}
