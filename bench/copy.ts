import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { copyDatabase, openDatabase } from '../src/db/index.ts'
import { tableOrder } from '../src/db/schema/table-order.ts'
import { silentLogger } from '../src/kernel/monitoring/logger.ts'
import { startPostgres } from '../test/support/database/postgres.ts'
import { postgresFolder } from '../test/support/machine/machine.ts'
import type { Benchmark, Samples } from './benchmark.ts'
import { withFolder } from './process.ts'

const ROWS = 1_000_000
/** Rows of one statement of the baseline. */
const AT_ONCE = 500

/** Columns that name a row of another table, and how many rows each of those has at least. */
const PARENTS = ['ballot_id', 'workshop_id', 'idea_id', 'option_id']
const FEWEST = 500

type Column = { readonly name: string; readonly type: string }

/** Tables that hold most of a large programme, with their share of the rows; each after those that it refers to. */
const SHARES = {
  person: 1,
  workshop: 0.5,
  registration: 6,
  idea: 8,
  idea_support: 20,
  idea_word: 25,
  idea_stem: 15,
  ballot: 0.1,
  ballot_option: 0.4,
  vote: 8,
  vote_choice: 8,
  event: 8,
} as const

/** `rows` rows spread over these tables, all columns filled; row n refers to row n of others, wherever there are as many. */
function fill(path: string, rows: number): void {
  const file = new DatabaseSync(path)
  file.exec('pragma foreign_keys = off; pragma synchronous = off; begin')
  const all = Object.values(SHARES).reduce((sum, share) => sum + share, 0)
  for (const [table, share] of Object.entries(SHARES)) {
    const columns = file.prepare(`select name, type from pragma_table_info('${table}')`).all() as Column[]
    const value = ({ name, type }: Column) => {
      // Two things are named in a row's key: the first comes round, the second goes on.
      if (PARENTS.includes(name)) return `'row' || printf('%08d', n % ${FEWEST} + 1)`
      if (name === 'box_id') return 'null'
      if (/(^|_)(id|key|word|stem)$/.test(name)) return `'row' || printf('%08d', n)`
      if (name === 'points') return '1'
      if (name === 'position') return 'n'
      if (/int/i.test(type)) return 'n % 1000'
      return `'Une phrase de quelques mots, comme on en écrit, n° ' || n`
    }
    const count = Math.round((rows * share) / all)
    file.exec(`with recursive up (n) as (select 1 union all select n + 1 from up where n < ${count})
      insert into ${table} (${columns.map(({ name }) => name).join()}) select ${columns.map(value).join()} from up`)
  }
  file.exec('commit')
  file.close()
}

/** The same rows by the bare drivers, in one transaction: nothing is hashed, nothing read again. */
async function bare(from: string, url: string): Promise<void> {
  const database = await openDatabase({ url })
  await database.migrate()
  await database.close()
  const file = new DatabaseSync(from, { readOnly: true })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  client.on('error', () => {})
  await client.query('begin')
  const { tables, begun } = await tableOrder()
  for (const table of tables.filter(name => !begun.has(name))) {
    let rows: unknown[][] = []
    let columns = 0
    const put = async () => {
      const places = rows.map(
        (_, row) => `(${Array.from({ length: columns }, (_, at) => `$${row * columns + at + 1}`)})`,
      )
      await client.query(`insert into ${table} values ${places}`, rows.flat())
      rows = []
    }
    for (const row of file.prepare(`select * from ${table}`).iterate()) {
      rows.push(Object.values(row))
      columns = rows[0]?.length ?? 0
      if (rows.length === AT_ONCE) await put()
    }
    if (rows.length > 0) await put()
  }
  await client.query('commit')
  await client.end()
  file.close()
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return (performance.now() - from) / 1_000
}

async function emptyOn(url: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return Object.assign(new URL(url), { pathname: name }).href
}

async function measure(folder: string): Promise<Samples> {
  const bin = postgresFolder()
  if (bin === undefined) throw new Error('PostgreSQL is needed: npm test installs it')
  const postgres = await startPostgres(bin)
  try {
    const path = `${folder}/million.sqlite`
    const database = await openDatabase({ url: `file:${path}` })
    await database.migrate()
    await database.close()
    fill(path, ROWS)
    const baseline = await seconds(async () => bare(path, await emptyOn(postgres.url, 'bare')))
    const [there, back] = [await emptyOn(postgres.url, 'there'), `file:${folder}/back.sqlite`]
    const before = process.resourceUsage().maxRSS
    let rows = 0
    const value = await seconds(async () => {
      const copied = await copyDatabase(`file:${path}`, there, silentLogger)
      rows = copied.reduce((sum, one) => sum + one.rows, 0)
    })
    const returned = await seconds(() => copyDatabase(there, back, silentLogger))
    const memory = Math.round(process.resourceUsage().maxRSS / 1_000)
    const more = {
      rows,
      'back to SQLite, s': Math.round(returned),
      'memory at most, MB': memory,
      'before, MB': Math.round(before / 1_000),
    }
    return { values: [value], baselines: [baseline], more }
  } finally {
    await postgres.stop()
  }
}

export const copy: Benchmark = {
  name: 'copy',
  about:
    'seconds to copy 1,000,000 rows from SQLite to PostgreSQL and compare them; the bare drivers, nothing compared',
  unit: 's',
  aim: 180,
  named: true,
  run: () => withFolder(measure),
}
