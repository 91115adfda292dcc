import { Kysely, sql, type Transaction } from 'kysely'
import { silentLogger } from '../../kernel/monitoring/logger.ts'
import { connect } from '../engines/connect.ts'
import type { Migrations } from '../migrations/index.ts'
import { migrations as ours } from '../migrations/index.ts'
import type { Tables } from '../tables/index.ts'

/**
 * The database's schema compared with ours. `apart`: its migrations are no prefix of ours, so it cannot be upgraded.
 */
export type Schema = 'empty' | 'older' | 'current' | 'newer' | 'apart'

export type SchemaTry = { readonly engine: 'sqlite' | 'postgres'; readonly schema: Schema }

/** Thrown to carry a result out of a transaction that must be rolled back. */
class Found extends Error {
  readonly schema: Schema

  constructor(schema: Schema) {
    super(schema)
    this.schema = schema
  }
}

async function schemaIn(tx: Transaction<Tables>, migrations: Migrations): Promise<Schema> {
  const tables = await tx.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === 'kysely_migration')) return 'empty'
  const { rows } = await sql`select name from kysely_migration`.execute(tx)
  const [ran, known] = [
    new Set((rows as { name: string }[]).map(({ name }) => name)),
    Object.keys(migrations).sort(),
  ]
  if ([...ran].some(name => !Object.hasOwn(migrations, name))) return 'newer'
  if (known.slice(0, ran.size).some(name => !ran.has(name))) return 'apart'
  if (ran.size === 0) return 'empty'
  return ran.size === known.length ? 'current' : 'older'
}

/**
 * Everything that the server does to a schema: creates tables, and reads, writes and (PostgreSQL) owns existing ones.
 */
async function exercise(tx: Transaction<Tables>, { engine, schema }: SchemaTry): Promise<void> {
  await sql`create table faire_trial (id integer primary key)`.execute(tx)
  await sql`insert into faire_trial (id) values (1)`.execute(tx)
  await sql`select id from faire_trial`.execute(tx)
  if (schema === 'empty') return
  await sql`update kysely_migration set name = name where 1 = 0`.execute(tx)
  if (engine === 'postgres') await sql`comment on table kysely_migration is null`.execute(tx)
}

/**
 * Trial run: connects, and does all that the server would do in a transaction that is rolled back. A missing SQLite
 * file is created.
 * @throws DatabaseFileFault, and the database's error where there is no connection or a right is missing
 */
export async function tryDatabase(url: string, migrations: Migrations = ours): Promise<SchemaTry> {
  const { engine, dialect } = connect(url, silentLogger)
  const db = new Kysely<Tables>({ dialect })
  try {
    return await db.transaction().execute(async tx => {
      const schema = await schemaIn(tx, migrations)
      await exercise(tx, { engine, schema })
      throw new Found(schema)
    })
  } catch (error) {
    if (error instanceof Found) return { engine, schema: error.schema }
    throw error
  } finally {
    await db.destroy()
  }
}
