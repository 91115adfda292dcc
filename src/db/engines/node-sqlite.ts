import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import type { SQLInputValue, StatementSync } from 'node:sqlite'
import type { SqliteDatabase, SqliteStatement } from 'kysely'
import { STANDSTILL } from './busy-retry.ts'

// Not imported: node-version.ts says why.
const { DatabaseSync } = process.getBuiltinModule('node:sqlite')

// Bound of the statement cache: an `in (…)` list makes a new SQL text for each length.
const KEPT_STATEMENTS = 500

const PRAGMAS = `
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma foreign_keys = on;
  pragma secure_delete = on;
`

export type NodeSqlite = SqliteDatabase & { forgetStatements: () => void }

// node:sqlite returns rows without a prototype; a plain copy compares equal to those of PostgreSQL.
const plain = (row: unknown) => ({ ...(row as object) })

function adapt(statement: StatementSync): SqliteStatement {
  const bind = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
  return {
    reader: statement.columns().length > 0,
    all: parameters => statement.all(...bind(parameters)).map(plain),
    run: parameters => statement.run(...bind(parameters)),
    iterate: parameters => statement.iterate(...bind(parameters)).map(plain),
  }
}

/** Creates a missing file with mode 0600 whatever the umask; SQLite's journal files inherit the mode. */
function begin(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  closeSync(openSync(path, 'a', 0o600))
}

/**
 * Opens `path` (`:memory:` or a file; its folder is made when missing) in the shape of better-sqlite3 that Kysely
 * expects. Caches prepared statements, which is half as fast again; clear the cache when the schema has changed.
 */
export function openNodeSqlite(path: string): NodeSqlite {
  if (path !== ':memory:') begin(path)
  const file = new DatabaseSync(path, { timeout: STANDSTILL })
  file.exec(PRAGMAS)
  const statements = new Map<string, SqliteStatement>()
  return {
    prepare: sql => {
      const known = statements.get(sql)
      if (known) return known
      if (statements.size >= KEPT_STATEMENTS) statements.clear()
      const statement = adapt(file.prepare(sql))
      statements.set(sql, statement)
      return statement
    },
    forgetStatements: () => statements.clear(),
    close: () => {
      statements.clear()
      file.close()
    },
  }
}
