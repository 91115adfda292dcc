import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Usage, UsageCount } from '../../../kernel/storage/usage-count.ts'

async function count(tx: Tx): Promise<readonly Usage[]> {
  const cut = <Cut extends 'axis' | 'direction'>(under: Cut) =>
    open(tx)
      .selectFrom('idea')
      .select(({ ref, fn }) => [ref(under).$notNull().as('id'), fn.countAll<number>().as('count')])
      .where(under, 'is not', null)
      .where('state', '!=', 'withdrawn')
      .groupBy(under)
      .execute()
  const [axes, directions] = [await cut('axis'), await cut('direction')]
  return [
    ...axes.map(row => ({ under: 'axis' as const, ...row })),
    ...directions.map(row => ({ under: 'direction' as const, ...row })),
  ]
}

/** Number of ideas that were not taken back. */
export const ideaUsage: UsageCount = { kind: 'ideas', one: 'idea', many: 'ideas', count }
