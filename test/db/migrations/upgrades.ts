import assert from 'node:assert/strict'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { type Database, open, openDatabase } from '../../../src/db/index.ts'
import type { RowSource, StoredRow } from '../../../src/db/maintenance/rows.ts'
import type { Migrations } from '../../../src/db/migrations/index.ts'
import { migrations } from '../../../src/db/migrations/index.ts'
import { fill } from '../../support/database/sample-rows.ts'

const ROWS = 8
const inTurn =
  <T>(...values: readonly T[]) =>
  (row: number) =>
    values[row % values.length] as T

/** What migrations look for; pilots 2 and 6 answer for the same Direction. */
const KNOWN = {
  'person.role': inTurn('agent', 'manager', 'pilot', 'organiser'),
  'person.direction': inTurn(null, 'culture', 'lycees'),
  'person.leads': inTurn('[]', '["culture"]', '["lycees"]', '[]'),
  'person.deputy': (row: number) => Number(row > 4),
  'registration.answer': inTurn('yes', 'no'),
  'idea.text': inTurn('Un café pour l’équipe', 'Moins de réunions, plus de terrain', 'Bref'),
  'idea.state': inTurn('received', 'studied', 'retained', 'aside', 'answered'),
  'commitment.visibility': inTurn('me', 'all', 'direction'),
  'expected_person.listed': inTurn('{"role":"agent","direction":"lycees"}', '{"role":"pilot"}'),
  'post.key': inTurn('workshop:0', 'workshop:1', 'ballot:2', 'box:3', 'idea:4', 'vote:5', 'x:6', 'box:7'),
  'message.state': inTurn('waiting', 'sent', 'unknown', 'gone'),
  'fact.state': inTurn('ready', 'taken', 'done', 'dead'),
} as const

/** Columns that a migration writes anew. */
const REWRITTEN: Readonly<Record<string, readonly string[]>> = {
  '015-commitment-notes': ['commitment.visibility'],
  '019-roster': ['person.deputy', 'person.role_from'],
  '025-bound-channels': ['post.key'],
}
/** Tables that a migration empties: what they held meant something else. */
const EMPTIED: Readonly<Record<string, readonly string[]>> = {
  '077-estimates': ['figure', 'figure_week', 'topic_effect'],
}
/** Tables that a migration fills again out of others. */
const DERIVED: Readonly<Record<string, readonly string[]>> = {
  '113-plural-stems': ['idea_stem'],
}
/** New tables that have a row for each one of others. */
const DRAWN: Readonly<Record<string, readonly string[]>> = {
  event: ['idea'],
  announced: ['workshop', 'ballot', 'idea_box'],
  vote_choice: ['vote'],
}

type Contents = ReadonlyMap<string, readonly StoredRow[]>

async function contentsOf(db: Database): Promise<Contents> {
  return db.read(async tx => {
    const tables = await open(tx).introspection.getTables({ withInternalKyselyTables: true })
    const contents = new Map<string, readonly StoredRow[]>()
    for (const { name } of tables.toSorted((a, b) => a.name.localeCompare(b.name)))
      contents.set(name, await (open(tx) as unknown as RowSource).selectFrom(name).selectAll().execute())
    return contents
  })
}

/** Tables, indexes, constraints and triggers, each as the engine itself writes it. */
async function schemaOf({ engine, read }: Database): Promise<readonly string[]> {
  const own = `and n.nspname = 'public'`
  const text =
    engine === 'sqlite'
      ? `select sql as line from sqlite_master where sql is not null`
      : `select format('%s %s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) as line
           from information_schema.columns where table_schema = 'public'
         union all select indexdef from pg_indexes where schemaname = 'public'
         union all select conrelid::regclass || ' ' || pg_get_constraintdef(c.oid)
           from pg_constraint c join pg_namespace n on n.oid = connamespace where true ${own}
         union all select pg_get_triggerdef(t.oid) from pg_trigger t where not tgisinternal`
  const { rows } = await read(tx => sql.raw<{ line: string }>(text).execute(open(tx)))
  return rows.map(({ line }) => line).sort()
}

/** As far as a reader can tell, all that it holds. */
async function whole(db: Database) {
  return { schema: await schemaOf(db), contents: await contentsOf(db) }
}

/** Changes something everywhere, then cannot go on. */
const breaks: Migration = {
  async up(db) {
    await db.schema.createTable('half').addColumn('id', 'text').execute()
    await db.schema.alterTable('person').addColumn('half', 'text').execute()
    await sql`update person set name = 'half'`.execute(db)
    await sql`delete from limit_use`.execute(db)
    await sql`insert into nowhere (id) values (1)`.execute(db)
  },
}

/** A table's rows in those columns, in an order that says nothing. */
function project(rows: readonly StoredRow[], columns: readonly string[]): readonly string[] {
  return rows.map(row => JSON.stringify(columns.map(column => row[column]))).sort()
}

function assertKept(before: Contents, after: Contents, ran: readonly string[]): void {
  const rewritten = ran.flatMap(name => REWRITTEN[name] ?? [])
  const emptied = ran.flatMap(name => EMPTIED[name] ?? [])
  const derived = ran.flatMap(name => DERIVED[name] ?? [])
  for (const [table, rows] of before) {
    if (table.startsWith('kysely_') || derived.includes(table)) continue
    const now = after.get(table) ?? []
    if (emptied.includes(table)) {
      assert.deepEqual(now, [], `${table} is not empty`)
      continue
    }
    const still = Object.keys(now[0] ?? {}).filter(column => Object.hasOwn(rows[0] ?? {}, column))
    const columns = still.filter(column => !rewritten.includes(`${table}.${column}`))
    assert.deepEqual(project(now, columns), project(rows, columns), `${table} is not as it was`)
  }
  for (const [table, rows] of after) {
    // A word or a stem for each of an idea's, and walls of those said at a workshop; the one lease there is.
    if (before.has(table) || /^(idea_word|idea_stem|wall|wall_idea|lease)$/.test(table)) continue
    const from = (DRAWN[table] ?? []).map(name => before.get(name)?.length ?? 0)
    assert.equal(
      rows.length,
      from.reduce((sum, count) => sum + count, 0),
      `${table} is new`,
    )
  }
}

async function assertWhole(db: Database): Promise<void> {
  // PostgreSQL holds its constraints whatever happens; a migration may switch SQLite's off.
  if (db.engine === 'postgres') return
  for (const check of ['pragma foreign_key_check', 'pragma integrity_check']) {
    const { rows } = await db.read(tx => sql.raw(check).execute(open(tx)))
    assert.deepEqual(rows, check.includes('integrity') ? [{ integrity_check: 'ok' }] : [])
  }
}

const ALL = Object.keys(migrations)
const SAMPLED = 7

/** Every version with `EVERY_VERSION` set (`npm run prove -- ages`), else one in seven, and the last. */
export const VERSIONS = ALL.filter(
  (_, at) => process.env.EVERY_VERSION || at % SAMPLED === 0 || at === ALL.length - 1,
)

/** A new database's schema. */
export async function newest(url: string): Promise<readonly string[]> {
  const db = await openDatabase({ url })
  return db
    .migrate()
    .then(() => schemaOf(db))
    .finally(() => db.close())
}

/**
 * Fills a database of `version`, has an update of it fail at its very end, then succeed: nothing is changed by the first,
 * nothing lost by the second, which leaves the schema that a new database has.
 */
export async function ageFrom(version: string, url: string, schema: readonly string[]): Promise<void> {
  const made: Migrations = Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= version))
  const old = await openDatabase({ url, migrations: made })
  await old.migrate()
  await fill(old, ROWS, { made, known: KNOWN })
  const before = await whole(old)
  // A file in memory is gone with its connection: the others are opened by whoever would start.
  const failing = await openDatabase({ url, migrations: { ...migrations, '999-breaks': breaks } })
  await assert.rejects(failing.migrate(), { name: 'MigrationFault', message: /^Migration 999-breaks failed/ })
  assert.deepEqual(await whole(failing), before)
  await failing.close()
  const db = await openDatabase({ url })
  await db.migrate()
  const after = await contentsOf(db)
  assertKept(
    before.contents,
    after,
    ALL.filter(name => name > version),
  )
  await assertWhole(db)
  assert.deepEqual(await schemaOf(db), schema)
  await Promise.all([db.close(), old.close()])
}
