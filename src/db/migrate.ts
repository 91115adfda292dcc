import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
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

/**
 * Brings the schema up to date; several processes may try at once.
 * @throws MigrationFault where a migration fails, or a newer version has been here. The whole run is undone, on both
 * engines. What else the database throws, as when it cannot be reached.
 */
export async function migrate(db: Kysely<Tables>, migrations: Migrations): Promise<void> {
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
