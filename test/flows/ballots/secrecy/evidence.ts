import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

/** Everything in a database at a moment, rows as it keeps them: with what the engine adds to them. */
export type Snapshot = {
  readonly name: string
  readonly tables: ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>
}
export type Bytes = { readonly name: string; readonly bytes: Buffer }

/** What an attacker holds. */
export type Evidence = { readonly snapshots: readonly Snapshot[]; readonly bytes: readonly Bytes[] }

/** Where one database lies, for whoever can read its disk. */
export type Disk = {
  readonly snapshot: (name: string) => Promise<Snapshot>
  /** `all`: its journals too, however old. */
  readonly bytes: (all: boolean) => Promise<readonly Bytes[]>
  /** A copy of the whole, as a careful operator makes it. */
  readonly backup: (name: string) => Promise<Evidence>
}

function fileDisk(url: string): Disk {
  const file = url.startsWith('file://') ? fileURLToPath(url) : url.replace(/^file:/, '')

  function rowsOf(path: string): Snapshot['tables'] {
    const database = new DatabaseSync(path, { readOnly: true })
    const all = (sql: string) =>
      database
        .prepare(sql)
        .all()
        .map(row => ({ ...row }))
    const names = all(`select name from sqlite_master where type = 'table'`).map(({ name }) => String(name))
    const tables = new Map(names.map(name => [name, all(`select rowid as "system rowid", * from "${name}"`)]))
    database.close()
    return tables
  }

  return {
    snapshot: async name => ({ name, tables: rowsOf(file) }),
    bytes: async () =>
      [file, `${file}-wal`, `${file}-shm`]
        .filter(existsSync)
        .map(path => ({ name: path.slice(file.length) || 'file', bytes: readFileSync(path) })),
    backup: async name => {
      const copy = `${file}.${name}`
      const database = new DatabaseSync(file)
      database.prepare('vacuum into ?').run(copy)
      database.close()
      return {
        snapshots: [{ name, tables: rowsOf(copy) }],
        bytes: [{ name, bytes: readFileSync(copy) }],
      }
    },
  }
}

const SYSTEM = ['ctid', 'xmin', 'xmax', 'cmin', 'cmax', 'tableoid']

function serverDisk(url: string): Disk {
  async function ask<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    return work(client).finally(() => client.end())
  }
  const rows = async (client: pg.Client, sql: string) =>
    (await client.query<Record<string, unknown>>(sql)).rows

  const tablesOf = (client: pg.Client) => async () => {
    const system = SYSTEM.map(column => `${column}::text as "system ${column}"`).join(', ')
    const names = (await rows(client, `select tablename from pg_tables where schemaname = 'public'`)).map(
      ({ tablename }) => String(tablename),
    )
    const tables = new Map<string, Record<string, unknown>[]>()
    for (const name of names) tables.set(name, await rows(client, `select ${system}, * from "${name}"`))
    const samples = `select tablename, attname, most_common_vals::text, histogram_bounds::text from pg_stats
      where schemaname = 'public'`
    return tables.set('pg_stats', await rows(client, samples))
  }

  const snapshot = (name: string): Promise<Snapshot> =>
    ask(async client => ({ name, tables: await tablesOf(client)() }))

  /** Files of this database, and with `all` the journal since the server began. */
  const bytes = (all: boolean): Promise<Bytes[]> =>
    ask(async client => {
      await client.query('checkpoint')
      const [place] = await rows(
        client,
        `select current_setting('data_directory') as folder,
          (select oid::text from pg_database where datname = current_database()) as oid`,
      )
      const folder = String(place?.folder)
      const inside = (path: string) => readdirSync(join(folder, path)).map(name => join(path, name))
      const files = [...inside(`base/${place?.oid}`), ...(all ? inside('pg_wal') : [])]
      return files
        .filter(path => !path.endsWith('archive_status') && !path.endsWith('summaries'))
        .map(path => ({ name: path, bytes: readFileSync(join(folder, path)) }))
    })

  return {
    snapshot,
    bytes,
    backup: async name => ({ snapshots: [await snapshot(name)], bytes: [] }),
  }
}

export function diskOf(url: string): Disk {
  return url.startsWith('file:') ? fileDisk(url) : serverDisk(url)
}
