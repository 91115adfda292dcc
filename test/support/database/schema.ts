import { sql } from 'kysely'
import { open, openDatabase } from '../../../src/db/index.ts'
import type { Migrations } from '../../../src/db/migrations/index.ts'
import { migrations } from '../../../src/db/migrations/index.ts'
import type { Tx } from '../../../src/kernel/storage/tx.ts'

type Made = { readonly name: string; readonly type: string; readonly sql: string }

/** SQLite's schema, in order of creation, without internal tables. */
export async function madeIn(tx: Tx): Promise<readonly Made[]> {
  const { rows } = await sql<Made>`select name, type, sql from sqlite_master where sql is not null
    and name not like 'sqlite\_%' escape '\\' and name not like 'kysely\_%' escape '\\' order by rowid`.execute(
    open(tx),
  )
  return rows
}

/** Rows inserted by migrations. */
export async function rowsIn(tx: Tx, table: string): Promise<readonly Record<string, unknown>[]> {
  return (await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(open(tx))).rows
}

/** The schema that our migrations leave on SQLite, as statements. */
async function statements() {
  const database = await openDatabase({ url: 'file::memory:' })
  await database.migrate()
  const left = await database.read(async tx => {
    const made = await madeIn(tx)
    const filling = []
    for (const { name } of made.filter(({ type }) => type === 'table'))
      for (const row of await rowsIn(tx, name)) {
        const columns = sql.join(Object.keys(row).map(column => sql.ref(column)))
        filling.push(
          sql`insert into ${sql.table(name)} (${columns}) values (${sql.join(Object.values(row))})`,
        )
      }
    const first = made.filter(({ type }) => type === 'table')
    const then = made.filter(({ type }) => type !== 'table')
    return [...first.map(each => sql.raw(each.sql)), ...filling, ...then.map(each => sql.raw(each.sql))]
  })
  await database.close()
  return left
}

let known: ReturnType<typeof statements> | undefined
/** Transactions in which the schema was created at once. */
const whole = new WeakSet<object>()

/** Our migrations, run as one script on an empty database; one that has some of them gets the others as they are. */
export const atOnce: Migrations = Object.fromEntries(
  Object.entries(migrations).map(([name, migration], at) => [
    name,
    {
      async up(db) {
        if (whole.has(db)) return
        if (at > 0) return await migration.up(db)
        known ??= statements()
        for (const statement of await known) await statement.execute(db)
        whole.add(db)
      },
    },
  ]),
)

/** Sets a new test database up in a sixth of the time. On a server it is a copy of a template. */
export const schemaFor = (url: string): Migrations => (url.startsWith('file:') ? atOnce : migrations)
