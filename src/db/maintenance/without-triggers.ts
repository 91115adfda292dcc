import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables/index.ts'

type Trigger = { readonly name: string; readonly made: string }

async function onSqlite(tx: Kysely<Tables>, work: () => Promise<void>): Promise<void> {
  const kept = sql<Trigger>`select name, sql as made from sqlite_master where type = 'trigger' order by rowid`
  const { rows } = await kept.execute(tx)
  for (const { name } of rows) await sql`drop trigger ${sql.ref(name)}`.execute(tx)
  await work()
  for (const { made } of rows) await sql.raw(made).execute(tx)
}

async function onPostgres(tx: Kysely<Tables>, work: () => Promise<void>): Promise<void> {
  const watched = sql<{ table: string }>`select distinct c.relname as table from pg_trigger t
    join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and c.relnamespace = current_schema()::text::regnamespace`
  const { rows } = await watched.execute(tx)
  for (const { table } of rows) await sql`alter table ${sql.table(table)} disable trigger user`.execute(tx)
  await work()
  for (const { table } of rows) await sql`alter table ${sql.table(table)} enable trigger user`.execute(tx)
}

/** Runs `work` in its transaction with the database's own triggers off: what they write is among the rows that are copied. */
export function withoutTriggers(
  tx: Kysely<Tables>,
  engine: 'sqlite' | 'postgres',
  work: () => Promise<void>,
): Promise<void> {
  return engine === 'postgres' ? onPostgres(tx, work) : onSqlite(tx, work)
}
