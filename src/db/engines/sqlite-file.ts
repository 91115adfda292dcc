import type { DatabaseSync as SqliteFile } from 'node:sqlite'

// Not imported: node-version.ts says why.
const { DatabaseSync } = process.getBuiltinModule('node:sqlite')

/** What is wrong with a database file, for whoever runs the command. */
export class DatabaseFileFault extends Error {
  override readonly name = 'DatabaseFileFault'
}

function opened<T>(path: string, options: { readonly readOnly: boolean }, work: (file: SqliteFile) => T): T {
  const file = new DatabaseSync(path, { ...options, timeout: 5_000 })
  try {
    return work(file)
  } finally {
    file.close()
  }
}

/**
 * Writes the file as it stands now to `to`, which must not exist: one moment of it, whatever others write meanwhile, and
 * nothing of what was deleted (https://sqlite.org/lang_vacuum.html).
 */
export function snapshot(path: string, to: string): void {
  opened(path, { readOnly: true }, file => void file.prepare('vacuum into ?').run(to))
}

/**
 * The migrations that made a file that is whole.
 * @throws DatabaseFileFault when it is no database of this product, or damaged
 */
export function migrationsIn(path: string): readonly string[] {
  try {
    return opened(path, { readOnly: true }, file => {
      const { integrity_check: found } = file.prepare('pragma integrity_check(1)').get() ?? {}
      if (found !== 'ok') throw new DatabaseFileFault(`The file is damaged: ${found}.`)
      const loose = file.prepare('pragma foreign_key_check').get()
      if (loose)
        throw new DatabaseFileFault(
          `The file is damaged: a row of ${loose.table} refers to none of ${loose.parent}.`,
        )
      return file
        .prepare('select name from kysely_migration order by name')
        .all()
        .map(({ name }) => String(name))
    })
  } catch (error) {
    if (error instanceof DatabaseFileFault) throw error
    throw new DatabaseFileFault(`The file is no database of this product: ${(error as Error).message}.`)
  }
}

/**
 * Takes the file from the write-ahead log into one piece, ready to be moved.
 * @throws DatabaseFileFault while another process has it open: SQLite then leaves the log as it is
 */
export function closeForGood(path: string): void {
  opened(path, { readOnly: false }, file => {
    try {
      file.exec('pragma journal_mode = delete')
    } catch {
      throw new DatabaseFileFault('Another process has the database open: stop the server first.')
    }
  })
}
