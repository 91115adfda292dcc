import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Usage, UsageCount } from '../../../kernel/storage/usage-count.ts'

async function count(tx: Tx): Promise<readonly Usage[]> {
  const rows = await open(tx)
    .selectFrom('ballot_option')
    .select(({ ref, fn }) => [ref('axis').$notNull().as('id'), fn.countAll<number>().as('count')])
    .where('axis', 'is not', null)
    .groupBy('axis')
    .execute()
  return rows.map(row => ({ under: 'axis' as const, ...row }))
}

/** Number of choices, under the axis of each option's idea. */
export const ballotUsage: UsageCount = {
  kind: 'choices',
  one: 'choice of a ballot',
  many: 'choices of ballots',
  count,
}
