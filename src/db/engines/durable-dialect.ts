import { type Driver, type Kysely, PostgresDialect, sql } from 'kysely'
import type pg from 'pg'
import type { Tables } from '../tables/index.ts'
import { PostgresDriver } from './postgres-driver.ts'

/** PostgreSQL dialect whose commits are flushed to disk before they are acknowledged. */
export class DurableDialect extends PostgresDialect {
  readonly #pool: pg.Pool

  constructor(pool: pg.Pool) {
    super({ pool })
    this.#pool = pool
  }

  override createDriver(): Driver {
    return new PostgresDriver(this.#pool)
  }
}

/**
 * Server settings that lose acknowledged commits on a power failure and that only the operator can change:
 * `fsync=off`. https://www.postgresql.org/docs/current/runtime-config-wal.html
 */
export async function unsafeSettings(db: Kysely<Tables>): Promise<readonly string[]> {
  const asked = sql<{ name: string }>`
    select name from pg_settings where name in ('fsync', 'full_page_writes') and setting = 'off' order by name`
  const { rows } = await asked.execute(db)
  return rows.map(({ name }) => `${name}=off`)
}
