import { Kysely, sql } from 'kysely'
import type { Logger } from '../../kernel/monitoring/logger.ts'
import { connect } from '../engines/connect.ts'
import { migrations } from '../migrations/index.ts'
import { isMigrated, migrate } from '../schema/migrate.ts'
import { type TableOrder, tableOrder } from '../schema/table-order.ts'
import type { Tables } from '../tables/index.ts'
import { withExclusiveUse } from './exclusive-use.ts'
import { type RowSource, rowsOf, type StoredRow } from './rows.ts'
import { createDigest, type TableCount } from './table-digest.ts'
import { withoutTriggers } from './without-triggers.ts'

/** A database cannot be copied: the message says what to do. */
export class CopyFault extends Error {
  override readonly name = 'CopyFault'
}

type Side = { readonly db: Kysely<Tables>; readonly engine: 'sqlite' | 'postgres' }

/** Parameters of one insert: SQLite takes 32,766, PostgreSQL 65,535. */
const VALUES = 20_000

async function withSide<T>(url: string, log: Logger, work: (side: Side) => Promise<T>): Promise<T> {
  const { engine, dialect } = connect(url, log)
  const db = new Kysely<Tables>({ dialect })
  return work({ db, engine }).finally(() => db.destroy())
}

/** Reads within one snapshot, whatever others write meanwhile. */
function atOnce<T>({ db, engine }: Side, work: (reading: RowSource) => Promise<T>): Promise<T> {
  const begun = db.transaction().setAccessMode('read only')
  const transaction = engine === 'postgres' ? begun.setIsolationLevel('repeatable read') : begun
  return transaction.execute(tx => work(tx as unknown as RowSource))
}

async function insert(to: RowSource, table: string, rows: readonly StoredRow[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).length
  const most = Math.max(1, Math.floor(VALUES / columns))
  for (let from = 0; from < rows.length; from += most)
    await to
      .insertInto(table)
      .values(rows.slice(from, from + most))
      .execute()
}

/** Deletes the rows that a new database begins with. @throws CopyFault where there are any others */
async function clear(to: RowSource, { tables, begun }: TableOrder): Promise<void> {
  for (const table of tables.toReversed()) {
    if (begun.has(table)) await sql`delete from ${sql.table(table)}`.execute(to)
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(to)
    if (rows.length > 0) throw new CopyFault(`The database to copy to is not empty: ${table} has rows.`)
  }
}

async function count(side: Side, { tables }: TableOrder): Promise<readonly TableCount[]> {
  const counts: TableCount[] = []
  await atOnce(side, async reading => {
    for (const table of tables) {
      const counted = createDigest(table)
      for await (const rows of rowsOf(reading, side.engine, table)) for (const row of rows) counted.add(row)
      counts.push(counted.count())
    }
  })
  return counts
}

async function copyRows(from: Side, to: Side, order: TableOrder): Promise<readonly TableCount[]> {
  const counts: TableCount[] = []
  await atOnce(from, reading =>
    to.db.transaction().execute(async tx => {
      const writing = tx as unknown as RowSource
      await clear(writing, order)
      await withoutTriggers(tx, to.engine, async () => {
        for (const table of order.tables) {
          const counted = createDigest(table)
          for await (const rows of rowsOf(reading, from.engine, table)) {
            for (const row of rows) counted.add(row)
            await insert(writing, table, rows)
          }
          counts.push(counted.count())
        }
      })
    }),
  )
  return counts
}

function checkEqual(read: readonly TableCount[], written: readonly TableCount[]): void {
  for (const [at, one] of read.entries()) {
    const other = written[at]
    if (other?.rows !== one.rows || other.hash !== one.hash)
      throw new CopyFault(`${one.table} came out otherwise: ${one.rows} rows read, ${other?.rows} written.`)
  }
}

/** @throws CopyFault */
async function checkVersion({ db }: Side): Promise<void> {
  if (await isMigrated(db, migrations)) return
  throw new CopyFault(
    'The database is of another version: back it up with that one; `npm run db -- migrate` then brings it to this one.',
  )
}

/**
 * Copies all rows of a snapshot of `from` into `to`, an empty database of either engine, in one transaction; then
 * compares row counts and hashes of both. `from` may be written to meanwhile.
 * @throws CopyFault where `from` is of another version, `to` is not empty, or the hashes differ
 */
export async function copyDatabase(from: string, to: string, log: Logger): Promise<readonly TableCount[]> {
  const order = await tableOrder()
  return withSide(from, log, async source => {
    await checkVersion(source)
    return withSide(to, log, async target => {
      await migrate(target.db, migrations)
      const counts = await copyRows(source, target, order)
      checkEqual(counts, await count(target, order))
      return counts
    })
  })
}

/**
 * Migration to another engine: the same copy, with `from` locked against writes until both were compared.
 * @throws DatabaseFileFault while a server has `from` open; CopyFault
 */
export async function moveDatabase(from: string, to: string, log: Logger): Promise<readonly TableCount[]> {
  await withSide(from, log, checkVersion)
  const { tables } = await tableOrder()
  return withExclusiveUse(from, tables, log, () => copyDatabase(from, to, log))
}
