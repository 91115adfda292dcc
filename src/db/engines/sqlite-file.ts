import type { DatabaseSync as SqliteFile } from 'node:sqlite'

// Not imported: node-version.ts says why.
const { DatabaseSync } = process.getBuiltinModule('node:sqlite')

/** A database file cannot be used: the message is for whoever runs the command. */
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
 * Writes a consistent copy of the file to `to`, which must not exist, while others write; without deleted rows
 * (`vacuum into`, https://sqlite.org/lang_vacuum.html).
 */
export function snapshot(path: string, to: string): void {
  opened(path, { readOnly: true }, file => void file.prepare('vacuum into ?').run(to))
}

/**
 * Names of the migrations that ran on a file, after an integrity check.
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
 * Merges the write-ahead log into the file, so that it can be moved as one file.
 * @throws DatabaseFileFault while another process has it open: SQLite then keeps the log
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
