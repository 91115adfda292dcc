import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Usage, UsageCount } from '../../../kernel/storage/usage-count.ts'

async function count(tx: Tx): Promise<readonly Usage[]> {
  const cut = <Cut extends 'axis' | 'direction'>(under: Cut) =>
    open(tx)
      .selectFrom('commitment')
      .select(({ ref, fn }) => [ref(under).$notNull().as('id'), fn.countAll<number>().as('count')])
      .where(under, 'is not', null)
      .groupBy(under)
      .execute()
  const [axes, directions] = [await cut('axis'), await cut('direction')]
  return [
    ...axes.map(row => ({ under: 'axis' as const, ...row })),
    ...directions.map(row => ({ under: 'direction' as const, ...row })),
  ]
}

/** Number of commitments, ended ones included: their owner goes on seeing them under their axis. */
export const commitmentUsage: UsageCount = {
  kind: 'commitments',
  one: 'commitment',
  many: 'commitments',
  count,
}
