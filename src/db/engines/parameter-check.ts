import type { DatabaseConnection } from 'kysely'

/**
 * Both engines refuse the same parameters, so that a slip shows on SQLite in the first test: node:sqlite binds a
 * boolean as 0 or 1 and NaN as null without a word, and PostgreSQL has no NUL in its text.
 * @throws TypeError naming the kind of value, never the value.
 */
function checkParameter(value: unknown): void {
  if (value === null || typeof value === 'bigint') return
  if (typeof value === 'number' && Number.isFinite(value)) return
  if (typeof value === 'string' && !value.includes('\u0000')) return
  const kind = value instanceof Date ? 'Date' : typeof value
  throw new TypeError(`not a portable column value: ${kind}. Use text without NUL, a finite number or null`)
}

/** Makes a new connection look at every parameter before the driver does. */
export async function checkParameters(connection: DatabaseConnection): Promise<void> {
  const execute = connection.executeQuery.bind(connection)
  connection.executeQuery = async (query, ...rest) => {
    // Kysely's own look at PostgreSQL's catalogue, before a migration, does pass a boolean.
    if (!query.sql.includes('"pg_catalog".')) query.parameters.forEach(checkParameter)
    return execute(query, ...rest)
  }
}
