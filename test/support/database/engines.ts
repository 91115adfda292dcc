import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { type Database, type DatabaseOptions, openDatabase } from '../../../src/db/index.ts'
import { schemaFor } from './schema.ts'

export { fixedClock } from '../product/clock.ts'

type Created = { readonly url: string; readonly drop: () => Promise<void> }

/** A test database: `url` may be opened several times, `drop` removes it once all are closed. */
export type Engine = {
  readonly name: 'sqlite' | 'postgres'
  readonly create: () => Promise<Created>
  /** A migrated one, by `schemaFor`; on a server it is a copy. */
  readonly begin: () => Promise<Created>
}

const inMemory = async () => ({ url: 'file::memory:', drop: async () => {} })
export const sqlite: Engine = { name: 'sqlite', create: inMemory, begin: inMemory }

function postgres(server: string): Engine {
  const command = async (text: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(text).finally(() => client.end())
  }
  async function create(from = '') {
    const name = `test_${randomBytes(6).toString('hex')}`
    await command(`create database ${name} ${from}`)
    const url = new URL(server)
    url.pathname = name
    return { name, url: url.href, drop: () => command(`drop database ${name} with (force)`) }
  }
  async function migrated() {
    const { name, url } = await create()
    const database = await openDatabase({ url })
    await database.migrate().finally(database.close)
    return name
  }
  let model: ReturnType<typeof migrated> | undefined
  return {
    name: 'postgres',
    create: () => create(),
    async begin() {
      model ??= migrated()
      return create(`template ${await model} strategy file_copy`)
    },
  }
}

// One PostgreSQL server for each mocha process, so that the processes do not block each other.
const { TEST_POSTGRES_URL: servers = '', MOCHA_WORKER_ID: worker = '0' } = process.env
const told = servers.split(' ').filter(url => url !== '')
const server = told[Number(worker) % told.length]
/** SQLite, and PostgreSQL where a server is given. */
export const engines = server ? [sqlite, postgres(server)] : [sqlite]

/** Defines the same tests for each engine. */
export function onEachEngine(title: string, define: (engine: Engine) => void): void {
  for (const engine of engines) describe(`${title}, on ${engine.name}`, () => define(engine))
}

/** A fresh migrated database for each test, or an empty one with `migrated: false`. */
export function freshDatabase(
  engine: Engine,
  options: Partial<DatabaseOptions> & { migrated?: boolean } = {},
) {
  const standing = { url: '' } as { db: Database; url: string }
  let drop: () => Promise<void>
  beforeEach(async () => {
    const { migrated = true } = options
    const made = await (migrated ? engine.begin() : engine.create())
    drop = made.drop
    standing.url = made.url
    const { url } = made
    standing.db = await openDatabase({ ...(migrated && { migrations: schemaFor(url) }), ...options, url })
    if (migrated) await standing.db.migrate()
  })
  afterEach(async () => {
    await standing.db.close()
    await drop()
  })
  return standing
}
