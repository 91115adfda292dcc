import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Dialect } from 'kysely'
import type { Logger } from '../../kernel/monitoring/logger.ts'
import { waitWhileBusy } from './busy-retry.ts'
import { type NodeSqlite, openNodeSqlite } from './node-sqlite.ts'
import { checkParameters } from './parameter-check.ts'
import { type Connections, postgresDialect } from './postgres.ts'
import { NodeSqliteDialect } from './sqlite-dialect.ts'
import { DatabaseFileFault } from './sqlite-file.ts'

type Connection = {
  readonly engine: 'sqlite' | 'postgres'
  readonly dialect: Dialect
  /** PostgreSQL only: the use of the pool. */
  readonly connections?: Connections
  /** Drops prepared statements; call it after a migration. */
  readonly schemaChanged: () => void
}

/** @throws DatabaseFileFault */
function opened(path: string): NodeSqlite {
  try {
    return openNodeSqlite(path)
  } catch (error) {
    const why = (error as Error).message
    throw new DatabaseFileFault(
      `The database ${path} cannot be opened for writing (${why}): see that file, folder and disk may be written, and that ` +
        'no other server has it open.',
    )
  }
}

function sqlite(path: string): Connection {
  const database = opened(path)
  const dialect = new NodeSqliteDialect({
    database,
    async onCreateConnection(connection) {
      waitWhileBusy(connection)
      await checkParameters(connection)
    },
  })
  return { engine: 'sqlite', dialect, schemaChanged: database.forgetStatements }
}

/** The file of an embedded database, which may not be there yet; undefined for one on a server. */
export function embeddedPath(url: string): string | undefined {
  if (url.startsWith('file://')) return fileURLToPath(url)
  return url.startsWith('file:') ? url.slice('file:'.length) : undefined
}

/** Where a database is, as a person may read it: its file, or its server and its name there. Never a user or a password. */
export function placeOf(url: string): string {
  const path = embeddedPath(url)
  if (path !== undefined) return resolve(path)
  const { host = '', pathname = '', searchParams } = URL.parse(url) ?? {}
  return `${host || searchParams?.get('host') || ''}${pathname}`
}

/** @throws Error on an unknown kind of url; the url itself may hold a password and is not repeated. */
export function connect(url: string, log: Logger): Connection {
  if (/^postgres(ql)?:\/\//.test(url)) {
    return { engine: 'postgres', ...postgresDialect(url, log), schemaChanged: () => {} }
  }
  const path = embeddedPath(url)
  if (path !== undefined) return sqlite(path)
  throw new Error('a database url starts with file: or postgres://')
}
