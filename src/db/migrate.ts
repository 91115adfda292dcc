import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { codeOf, outageOf } from './outage.ts'
import type { Tables } from './tables/index.ts'

export type Migrations = Readonly<Record<string, Migration>>

/** The schema cannot be brought up to date: the message says why, that all is as it was, and what to do. */
export class MigrationFault extends Error {
  override readonly name = 'MigrationFault'
}

const migratorOf = (db: Kysely<Tables>, migrations: Migrations) =>
  new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } })

async function strangersIn(db: Kysely<Tables>, migrations: Migrations): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === 'kysely_migration')) return []
  const ran = (db as unknown as Kysely<{ kysely_migration: { name: string } }>).selectFrom('kysely_migration')
  const rows = await ran.select('name').orderBy('name').execute()
  return rows.map(({ name }) => name).filter(name => !Object.hasOwn(migrations, name))
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: who may come in, and whether there is such a database. */
const TURNED_AWAY = /^(28...|3D000)$/

/** What is thrown where an operator can mend it: the database is away, or takes nobody in. */
function toMend(error: unknown): unknown {
  const [outage, code] = [outageOf(error), codeOf(error)]
  if (outage)
    return new MigrationFault(
      `The database cannot be used (${[outage, code].filter(Boolean).join(', ')}). See that it runs and can be written, ` +
        'and that DATABASE_URL leads to it; then start again. Nothing was changed.',
      { cause: error },
    )
  if (TURNED_AWAY.test(code))
    return new MigrationFault(
      `The database lets nobody in under DATABASE_URL (${code}): see the user, the password and the name of the database.`,
      { cause: error },
    )
  return error
}

/**
 * Brings the schema up to date; several processes may try at once.
 * @throws MigrationFault where a migration fails, a newer version has been here or the database is away. The whole run is
 * undone, on both engines. What else the database throws.
 */
export async function migrate(db: Kysely<Tables>, migrations: Migrations): Promise<void> {
  await bringUp(db, migrations).catch(error => {
    throw toMend(error)
  })
}

async function bringUp(db: Kysely<Tables>, migrations: Migrations): Promise<void> {
  const newer = (await strangersIn(db, migrations)).at(-1)
  if (newer !== undefined)
    throw new MigrationFault(
      `A newer version has used this database (${newer}), and nothing was changed. Start that version, or restore a ` +
        'backup made before it.',
    )
  const { error, results = [] } = await migratorOf(db, migrations).migrateToLatest()
  if (error === undefined) return
  const failed = results.find(({ status }) => status === 'Error')
  if (!failed) throw error
  throw new MigrationFault(
    `Migration ${failed.migrationName} failed: ${(error as Error).message}. Nothing was changed: the version that ran ` +
      'before still runs on this database. Mend what is said, or report it; then start again.',
    { cause: error },
  )
}

/** Whether every migration ran; rejects when the database cannot be reached. */
export async function isMigrated(db: Kysely<Tables>, migrations: Migrations): Promise<boolean> {
  const found = await migratorOf(db, migrations).getMigrations()
  return found.every(migration => migration.executedAt !== undefined)
}
