import { type Kysely, sql } from 'kysely'
import type { Tx } from '../../kernel/storage/tx.ts'
import type { Tables } from '../tables/index.ts'
import { open } from '../transactions/tx.ts'
import type { StoredRow } from './rows.ts'

/**
 * Tables whose rows expire by their own `created_at` or by the end of their workshop. `key`: the primary key, in
 * order.
 */
export type Aged = {
  readonly table: keyof Tables & string
  readonly by: 'created_at' | 'workshop'
  readonly key: readonly string[]
}

function aged(tx: Tx, { table, by }: Aged, before: number) {
  const rows = (open(tx) as unknown as Kysely<Record<string, StoredRow>>).selectFrom(table)
  if (by === 'created_at') return rows.where('created_at', '<', before)
  return rows
    .innerJoin('workshop', 'workshop.id', `${table}.workshop_id`)
    .where('workshop.ends_at', '<', before)
}

/** How many rows are from before `before` (milliseconds). */
export async function countExpired(tx: Tx, kind: Aged, before: number): Promise<number> {
  const counted = aged(tx, kind, before).select(({ fn }) => fn.countAll<number>().as('count'))
  return Number((await counted.executeTakeFirstOrThrow()).count)
}

/** The keys of `limit` of them at most. */
export async function findExpired(
  tx: Tx,
  kind: Aged,
  before: number,
  limit: number,
): Promise<readonly Readonly<Record<string, string>>[]> {
  const { table, by, key } = kind
  const columns = key.map(column => sql.ref<string>(`${table}.${column}`).as(column))
  const order = by === 'workshop' ? `${table}.workshop_id` : `${table}.created_at`
  return aged(tx, kind, before).select(columns).orderBy(order).limit(limit).execute()
}

/**
 * Deletes the rows of expired workshops from `tables`, in this order; answers how many rows of `kind` were among
 * them.
 */
export async function eraseOfWorkshops(
  tx: Tx,
  kind: Aged,
  tables: readonly (keyof Tables & string)[],
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<number> {
  const db = open(tx) as unknown as Kysely<Record<string, StoredRow>>
  const found = await findExpired(tx, kind, before, limit)
  for (const [workshop, rows] of Map.groupBy(found, row => row.workshop_id ?? '')) {
    const people = rows.map(row => row.person_id ?? '')
    for (const table of tables)
      await db
        .deleteFrom(table)
        .where('workshop_id', '=', workshop)
        .where('person_id', 'in', people)
        .execute()
  }
  return found.length
}
