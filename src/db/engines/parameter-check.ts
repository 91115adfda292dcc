import type { DatabaseConnection } from 'kysely'

/**
 * Makes both engines refuse the same parameters, so that a mistake fails in the first test on SQLite: node:sqlite
 * silently binds a boolean as 0 or 1 and NaN as null, and PostgreSQL's text cannot hold NUL.
 * @throws TypeError naming the kind of value, never the value.
 */
function checkParameter(value: unknown): void {
  if (value === null || typeof value === 'bigint') return
  if (typeof value === 'number' && Number.isFinite(value)) return
  if (typeof value === 'string' && !value.includes('\u0000')) return
  const kind = value instanceof Date ? 'Date' : typeof value
  throw new TypeError(`not a portable column value: ${kind}. Use text without NUL, a finite number or null`)
}

/** Checks each query parameter of a new connection before the driver gets it. */
export async function checkParameters(connection: DatabaseConnection): Promise<void> {
  const execute = connection.executeQuery.bind(connection)
  connection.executeQuery = async (query, ...rest) => {
    // Kysely's own introspection of PostgreSQL's catalogue, before a migration, does pass a boolean.
    if (!query.sql.includes('"pg_catalog".')) query.parameters.forEach(checkParameter)
    return execute(query, ...rest)
  }
}
