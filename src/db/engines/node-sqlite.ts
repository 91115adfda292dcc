import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import type { SQLInputValue, StatementSync } from 'node:sqlite'
import type { SqliteDatabase, SqliteStatement } from 'kysely'
import { STANDSTILL } from './busy-retry.ts'

// Not imported: node-version.ts says why.
const { DatabaseSync } = process.getBuiltinModule('node:sqlite')

// An `in (…)` list makes a new text for each length: the cache must not grow with them.
const KEPT_STATEMENTS = 500

const PRAGMAS = `
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma foreign_keys = on;
  pragma secure_delete = on;
`

export type NodeSqlite = SqliteDatabase & { forgetStatements: () => void }

// Rows come without a prototype: spread, they equal those of PostgreSQL.
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

/** Makes what is not there yet for this user alone, whatever the process lets others read; SQLite's files beside it follow. */
function begin(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  closeSync(openSync(path, 'a', 0o600))
}

/**
 * Opens `path` (`:memory:` or a file, its folder made when missing) for Kysely, which expects better-sqlite3's shape.
 * Statements stay prepared: half as fast again. Forget them once the schema has changed.
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
