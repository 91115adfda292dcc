import { type Kysely, sql } from 'kysely'

export type StoredRow = Readonly<Record<string, string | number | null>>
/** A transaction, or a database that no other process writes to. */
export type RowSource = Kysely<Record<string, StoredRow>>

/** Batch size: rows held in memory at a time. */
const PART = 1_000

async function* postgresRows(db: RowSource, table: string): AsyncGenerator<readonly StoredRow[]> {
  const declared = sql`declare part cursor for select * from ${sql.table(table)}`
  const fetched = sql<StoredRow>`fetch ${sql.lit(PART)} from part`
  await declared.execute(db)
  for (;;) {
    const { rows } = await fetched.execute(db)
    if (rows.length > 0) yield rows
    if (rows.length < PART) break
  }
  await sql`close part`.execute(db)
}

async function* sqliteRows(db: RowSource, table: string): AsyncGenerator<readonly StoredRow[]> {
  let after = Number.MIN_SAFE_INTEGER
  for (;;) {
    const part = sql<StoredRow>`
      select rowid as "at of row", * from ${sql.table(table)} where rowid > ${after} order by rowid limit ${PART}`
    const { rows } = await part.execute(db)
    if (rows.length > 0) yield rows.map(({ 'at of row': _, ...row }) => row)
    if (rows.length < PART) return
    after = Number(rows.at(-1)?.['at of row'])
  }
}

/** Reads a table in physical order, a batch at a time. On PostgreSQL by a cursor, so within a transaction only. */
export function rowsOf(db: RowSource, engine: 'sqlite' | 'postgres', table: string) {
  return engine === 'sqlite' ? sqliteRows(db, table) : postgresRows(db, table)
}
