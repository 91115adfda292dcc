import { Kysely, sql } from 'kysely'
import { silentLogger } from '../../kernel/monitoring/logger.ts'
import { connect } from '../engines/connect.ts'
import { type Migrations, migrations } from '../migrations/index.ts'
import type { Tables } from '../tables/index.ts'
import { migrate } from './migrate.ts'

export type TableOrder = {
  /** All our tables in order of foreign keys: each after those it references. */
  readonly tables: readonly string[]
  /** Tables in which a new database has rows. */
  readonly begun: ReadonlySet<string>
}

function sorted(tables: readonly string[], parents: ReadonlyMap<string, readonly string[]>): string[] {
  const placed = new Set<string>()
  const place = (table: string): void => {
    if (placed.has(table)) return
    for (const parent of parents.get(table) ?? []) if (parent !== table) place(parent)
    placed.add(table)
  }
  for (const table of tables) place(table)
  return [...placed]
}

/**
 * Reads the order from a new database in memory, of this version or another: no list to maintain beside the
 * migrations.
 */
export async function tableOrder(made: Migrations = migrations): Promise<TableOrder> {
  const { dialect } = connect('file::memory:', silentLogger)
  const db = new Kysely<Tables>({ dialect })
  try {
    await migrate(db, made)
    const tables = (await db.introspection.getTables()).map(({ name }) => name).sort()
    const references = sql<{ child: string; parent: string }>`
      select m.name as child, f."table" as parent
      from sqlite_master m, pragma_foreign_key_list(m.name) f where m.type = 'table'`
    const { rows } = await references.execute(db)
    const grouped = Map.groupBy(rows, ({ child }) => child)
    const parents = new Map([...grouped].map(([child, of]) => [child, of.map(({ parent }) => parent)]))
    const begun = new Set<string>()
    for (const table of tables) {
      const found = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db)
      if (found.rows.length > 0) begun.add(table)
    }
    return { tables: sorted(tables, parents), begun }
  } finally {
    await db.destroy()
  }
}
