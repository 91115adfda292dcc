import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { retryWhileBusy } from '../engines/busy-retry.ts'
import { adviceOn } from '../engines/connection-advice.ts'
import type { Migrations } from '../migrations/index.ts'
import type { Tables } from '../tables/index.ts'

/** Result of a migration. */
export type Migrated = {
  /** Whether the database was empty before. */
  readonly made: boolean
  /** Names of the migrations that ran, in order. */
  readonly ran: readonly string[]
}

/** Migrations cannot run. The message says why, that nothing was changed, and what to do. */
export class MigrationFault extends Error {
  override readonly name = 'MigrationFault'
}

const migratorOf = (db: Kysely<Tables>, migrations: Migrations) =>
  new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } })

/** Names of the migrations that the database has. */
async function ranOn(db: Kysely<Tables>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === 'kysely_migration')) return []
  const ran = (db as unknown as Kysely<{ kysely_migration: { name: string } }>).selectFrom('kysely_migration')
  const rows = await ran.select('name').orderBy('name').execute()
  return rows.map(({ name }) => name)
}

/** @throws MigrationFault unless the database's migrations are a prefix of ours */
function checkBefore(ran: readonly string[], migrations: Migrations): void {
  const newer = ran.filter(name => !Object.hasOwn(migrations, name)).at(-1)
  if (newer !== undefined)
    throw new MigrationFault(
      `A newer version has used this database (${newer}), and nothing was changed. Start that version, or restore a ` +
        'backup made before it.',
    )
  const skipped = Object.keys(migrations).find((name, at) => at < ran.length && !ran.includes(name))
  if (skipped !== undefined)
    throw new MigrationFault(
      `This database is of a version between releases, up to ${ran.at(-1)} but without ${skipped}: it cannot be brought ` +
        'up to this one, and nothing was changed. Start the version that made it, or restore a backup that a release made.',
    )
}

/** Adds advice to an error that an operator can fix: no connection, no access, or no right to create tables. */
function withAdvice(error: unknown): unknown {
  if (error instanceof MigrationFault) return error
  const advice = adviceOn(error)
  return advice === undefined ? error : new MigrationFault(`${advice} Nothing was changed.`, { cause: error })
}

/**
 * Runs pending migrations; several processes may try at once.
 * @throws MigrationFault where a migration fails, another version's have run or there is no connection. The whole run
 * is rolled back, on both engines. What else the database throws.
 */
export function migrate(db: Kysely<Tables>, migrations: Migrations): Promise<Migrated> {
  return retryWhileBusy(() => bringUp(db, migrations)).catch(error => {
    throw withAdvice(error)
  })
}

async function bringUp(db: Kysely<Tables>, migrations: Migrations): Promise<Migrated> {
  const before = await ranOn(db)
  checkBefore(before, migrations)
  const { error, results = [] } = await migratorOf(db, migrations).migrateToLatest()
  const done = results.filter(({ status }) => status === 'Success').map(({ migrationName }) => migrationName)
  if (error === undefined) return { made: before.length === 0 && done.length > 0, ran: done }
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
