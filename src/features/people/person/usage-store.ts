import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Usage, UsageCount } from '../../../kernel/storage/usage-count.ts'

async function countWorking(tx: Tx): Promise<readonly Usage[]> {
  const rows = await open(tx)
    .selectFrom('person')
    .select(({ ref, fn }) => [ref('direction').$notNull().as('id'), fn.countAll<number>().as('count')])
    .where('direction', 'is not', null)
    .groupBy('direction')
    .execute()
  return rows.map(row => ({ under: 'direction' as const, ...row }))
}

async function countLeading(tx: Tx): Promise<readonly Usage[]> {
  // Few rows: a pilot or two per Direction, and managers.
  const rows = await open(tx).selectFrom('person').select('leads').where('leads', '!=', '[]').execute()
  const counts = new Map<string, number>()
  for (const { leads } of rows)
    for (const id of JSON.parse(leads) as readonly string[]) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts].map(([id, count]) => ({ under: 'direction' as const, id, count }))
}

/** People of the file who have not come yet, under their own Direction and those they will answer for. */
async function countExpected(tx: Tx): Promise<readonly Usage[]> {
  const working = await open(tx)
    .selectFrom('expected_person')
    .select(({ ref, fn }) => [ref('direction').$notNull().as('id'), fn.countAll<number>().as('count')])
    .where('direction', 'is not', null)
    .groupBy('direction')
    .execute()
  const leading = await open(tx)
    .selectFrom('expected_person')
    .select(['listed', 'direction'])
    .where('listed', 'not like', '%"leads":[]%')
    .execute()
  const counts = new Map(working.map(({ id, count }) => [id, count]))
  for (const { listed, direction } of leading)
    for (const id of (JSON.parse(listed) as { readonly leads: readonly string[] }).leads)
      if (id !== direction) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts].map(([id, count]) => ({ under: 'direction' as const, id, count }))
}

export const expectedStanding: UsageCount = {
  kind: 'expected',
  one: 'expected person',
  many: 'expected people',
  count: countExpected,
}

/** Number of people by Direction. */
export const peopleUsage: UsageCount = {
  kind: 'people',
  one: 'person',
  many: 'people',
  count: countWorking,
}

/** Number of pilots and managers by Direction. */
export const leadUsage: UsageCount = {
  kind: 'leads',
  one: 'pilot or manager',
  many: 'pilots and managers',
  count: countLeading,
}
