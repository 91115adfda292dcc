import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Tables } from './tables/index.ts'

export type Migrations = Readonly<Record<string, Migration>>

const migratorOf = (db: Kysely<Tables>, migrations: Migrations) =>
  new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } })

/**
 * Brings the schema up to date; several processes may try at once.
 * @throws what the failing migration threw. The whole run is undone, on both engines.
 */
export async function migrate(db: Kysely<Tables>, migrations: Migrations): Promise<void> {
  const { error } = await migratorOf(db, migrations).migrateToLatest()
  if (error !== undefined) throw error
}

/** Whether every migration ran; rejects when the database cannot be reached. */
export async function isMigrated(db: Kysely<Tables>, migrations: Migrations): Promise<boolean> {
  const found = await migratorOf(db, migrations).getMigrations()
  return found.every(migration => migration.executedAt !== undefined)
}
