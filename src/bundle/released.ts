import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** MigrationHashes by name, each with the SHA-256 of its file. */
export type MigrationHashes = Readonly<Record<string, string>>
/** The migrations of each released version. */
export type Released = Readonly<Record<string, MigrationHashes>>

const FOLDER = 'src/db/migrations'
/** Where it is written what was released. */
export const RELEASED = `${FOLDER}/released.json`

const MIGRATION = /^(\d{3}-[\w-]+)\.ts$/

/** The migrations as they stand in a repository. */
export function migrationsIn(root: string): MigrationHashes {
  const names = readdirSync(join(root, FOLDER))
    .sort()
    .flatMap(file => MIGRATION.exec(file)?.[1] ?? [])
  const hashOf = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(root, FOLDER, `${name}.ts`)))
      .digest('hex')
  return Object.fromEntries(names.map(name => [name, hashOf(name)]))
}

export function releasedIn(root: string): Released {
  const file = join(root, RELEASED)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

/** What stands in the way of a database of a released version, by name: migrations changed, gone, or put before its last. */
export function brokenBy(today: MigrationHashes, released: Released): readonly string[] {
  return Object.entries(released).flatMap(([version, migrations]) => {
    const last = Object.keys(migrations).at(-1) ?? ''
    const changed = Object.entries(migrations)
      .filter(([name, hash]) => today[name] !== hash)
      .map(([name]) => `${name} is not what it was in ${version}`)
    const early = Object.keys(today)
      .filter(name => name < last && !(name in migrations))
      .map(name => `${name} comes before the last of ${version}`)
    return [...changed, ...early]
  })
}
