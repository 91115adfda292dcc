import pg from 'pg'
import { openNodeSqlite } from '../src/db/engines/node-sqlite.ts'
import { openDatabase } from '../src/db/index.ts'
import { systemClock } from '../src/kernel/time/clock.ts'
import { startPostgres } from '../test/support/database/postgres.ts'
import { postgresFolder } from '../test/support/machine/machine.ts'
import { type Crowded, letCrowd } from '../test/support/workshops/seats-crowd.ts'
import type { Benchmark, Options, Samples } from './benchmark.ts'
import { withFolder } from './process.ts'

/** The agents of the Région, on 700 seats: ten workshops in five days, five seats of each kept for pilots. */
const CROWD = { people: 6_700, seats: 70, reserved: 5, atOnce: 16 }
const BARE = 2_000

type Url = string

/** The least that a durable registration can be, one after another: one row in, one total up. @returns a second */
async function bareIn(url: Url): Promise<number> {
  const create = [
    'drop table if exists bare_total',
    'drop table if exists bare',
    'create table bare_total (day integer primary key, seats integer not null)',
    'create table bare (person integer primary key, day integer not null)',
    'insert into bare_total values (0, 0), (1, 0), (2, 0), (3, 0), (4, 0)',
  ]
  const one = (person: number) => [
    `insert into bare values (${person}, ${person % 5})`,
    `update bare_total set seats = seats + 1 where day = ${person % 5}`,
  ]
  const timed = async (run: (text: string) => unknown) => {
    for (const text of create) await run(text)
    const from = performance.now()
    for (let person = 0; person < BARE; person++)
      for (const text of ['begin', ...one(person), 'commit']) await run(text)
    return (BARE * 1_000) / (performance.now() - from)
  }
  if (url.startsWith('file:')) {
    const sqlite = openNodeSqlite(`${url.slice('file:'.length)}.bare`)
    return timed(text => sqlite.prepare(text).run([])).finally(sqlite.close)
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return timed(text => client.query(text)).finally(() => client.end())
}

async function crowdIn(url: Url): Promise<Crowded> {
  const database = await openDatabase({ url })
  await database.migrate()
  return letCrowd(database, systemClock, CROWD).finally(database.close)
}

async function measure(url: Url): Promise<Samples> {
  const before = await bareIn(url)
  const { seconds, took, refused, seated, waiting, offered, swapped } = await crowdIn(url)
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1))
  const more = {
    acts: took.length,
    seconds: Number(seconds.toFixed(1)),
    'p50, ms': at(0.5),
    'p99, ms': at(0.99),
    seated,
    waiting,
    offered,
    swapped,
    refused: Object.values(refused).reduce((sum, count) => sum + count, 0),
  }
  return { values: [took.length / seconds], baselines: [before, await bareIn(url)], more }
}

async function run({ postgres }: Options): Promise<Samples> {
  if (!postgres) return withFolder(folder => measure(`file:${folder}/register.sqlite`))
  const bin = postgresFolder()
  if (!bin) throw new Error('no PostgreSQL is installed here')
  const server = await startPostgres(bin)
  return measure(server.url).finally(server.stop)
}

/** Whoever waits longest but for one in a hundred, in ms. */
const within = (ms: number) => [{ of: 'p99, ms', atMost: ms }] as const

export const register: Benchmark = {
  name: 'register',
  about: `${CROWD.people} people on 700 seats of a five-day series, ${CROWD.atOnce} at once, quotas of every Direction; one writer with an insert and an update`,
  unit: 'registrations/s',
  aims: within(150),
  named: true,
  run,
}

export const registerPostgres: Benchmark = {
  name: 'register-postgres',
  about: 'the same people on PostgreSQL; the same writer there',
  unit: 'registrations/s',
  aims: within(300),
  named: true,
  run: () => run({ postgres: true }),
}
