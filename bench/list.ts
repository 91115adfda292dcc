import { sql } from 'kysely'
import pg from 'pg'
import { type Database, open, openDatabase } from '../src/db/index.ts'
import type { Actor } from '../src/kernel/access/actor.ts'
import { cursorText } from '../src/kernel/requests/cursor.ts'
import { systemClock } from '../src/kernel/time/clock.ts'
import { startPostgres } from '../test/support/database/postgres.ts'
import { featuresOn } from '../test/support/features/ideas.ts'
import { postgresFolder, scratchFolder } from '../test/support/machine/machine.ts'
import { type Benchmark, median, type Options, type Samples } from './benchmark.ts'
import { fillIdeas } from './corpus.ts'
import { ownTime, withFolder } from './process.ts'

export const SIZES = { '1 k': 1_000, '10 k': 10_000, '100 k': 100_000 } as const
export type Size = keyof typeof SIZES
export const PAGE = 50
/** Of the smallest, the last page is the 20th. */
export const FARTHEST = 200
const ROUNDS = 200
/** Supports of one idea: 1 to 39, 20 by the middle. */
const SUPPORTS = 39
const PEOPLE = 2_000
/** Named d0, d1, …; each person is of one. */
export const DIRECTIONS = 40
const AT_ONCE = 10_000
const FIRST = 1_800_000_000_000

/** What each idea has besides: it is carried, and some of the people support it. */
async function support(database: Database, count: number): Promise<void> {
  const run = (statement: ReturnType<typeof sql>) =>
    database.transact(async tx => void (await statement.execute(open(tx))))
  for (let from = FIRST; from < FIRST + count; from += AT_ONCE) {
    const part = sql`created_at >= ${from} and created_at < ${from + AT_ONCE}`
    await run(sql`insert into idea_support (idea_id, person_id, direction, at, counts_for)
      with recursive up (k) as (select 1 union all select k + 1 from up where k < ${sql.lit(SUPPORTS)})
      select id, 'person' || ((created_at * 31 + k * 97) % ${sql.lit(PEOPLE)}),
        'd' || ((created_at * 31 + k * 97) % ${sql.lit(DIRECTIONS)}), created_at, id
      from idea join up on k <= supports where ${part}`)
    await run(sql`insert into initiative (idea_id, owner, title, problem, story, inspiring, outcome, phase, resources,
        members, told_until, created_at)
      select id, author, 'Une initiative', text, text, '', '', 'create', '[]', 0, 0, created_at from idea where ${part}`)
  }
}

/** `count` ideas, all of them carried by somebody, supported by 20 people each. */
export async function filled(url: string, count: number): Promise<Database> {
  const database = await openDatabase({ url })
  await database.migrate()
  await fillIdeas(database, count, false, at => ({
    state: 'initiative',
    supports: 1 + ((at * 7_919) % SUPPORTS),
  }))
  await support(database, count)
  const settle = url.startsWith('postgres') ? 'vacuum analyze' : 'analyze'
  if (settle === 'analyze') await database.transact(tx => sql.raw(settle).execute(open(tx)))
  else {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(settle)
    await client.end()
  }
  return database
}

/** Where the page before page `page`, of `size` ideas, ends in the order of `column`; as near to it as there are pages. */
export async function cursorBefore(
  database: Database,
  column: 'supports' | 'across' | 'created_at',
  page: number,
  count: number,
  size = PAGE,
) {
  const skip = Math.min(page - 1, Math.floor(count / size) - 1) * size - 1
  if (skip < 0) return undefined
  const order = sql.ref(column)
  const found = await database.read(tx =>
    sql<{ at: number; id: string }>`select ${order} as at, id from idea
      order by ${order} desc, id desc limit 1 offset ${skip}`.execute(open(tx)),
  )
  const [last] = found.rows
  return last && cursorText({ at: Number(last.at), id: last.id })
}

type Read = () => Promise<unknown>
type Reads = Readonly<Record<Name, Read>>
const NAMES = ['list-1', 'list-200', 'list-new-1', 'list-new-200'] as const
type Name = (typeof NAMES)[number]

async function readsOn(database: Database, count: number): Promise<Reads> {
  const features = featuresOn(database, systemClock)
  const reader: Actor = await features.person('reader')
  const best = await cursorBefore(database, 'supports', FARTHEST, count)
  const newest = await cursorBefore(database, 'created_at', FARTHEST, count)
  const whole = (items: readonly unknown[]) => {
    if (items.length !== PAGE) throw new Error(`a page has ${items.length} ideas`)
  }
  const gallery = async (after?: string) =>
    whole((await features.initiatives.list(reader, { sort: 'supported' }, PAGE, after)).items)
  const list = async (after?: string) => whole((await features.ideas.list(reader, {}, PAGE, after)).items)
  return {
    'list-1': () => gallery(),
    'list-200': () => gallery(best),
    'list-new-1': () => list(),
    'list-new-200': () => list(newest),
  }
}

type Times = Readonly<Record<Name, Readonly<Record<string, readonly number[]>>>>

/** Milliseconds of each read on each size, in turn. */
async function timesOf(reads: ReadonlyMap<string, Reads>, rounds: number, now: () => number): Promise<Times> {
  const times = Object.fromEntries(
    NAMES.map(name => [name, Object.fromEntries([...reads.keys()].map(size => [size, [] as number[]]))]),
  ) as Record<Name, Record<string, number[]>>
  // The first ones are read from the disk and compiled.
  for (let round = -10; round < rounds; round++)
    for (const [size, of] of reads)
      for (const name of NAMES) {
        const from = now()
        await of[name]()
        if (round >= 0) times[name][size]?.push(now() - from)
      }
  return times
}

async function measureOn(
  urlOf: (size: Size) => Promise<string>,
  sizes: readonly Size[],
  rounds: number,
  now: () => number,
) {
  const reads = new Map<string, Reads>()
  const open: Database[] = []
  for (const size of sizes) {
    const database = await filled(await urlOf(size), SIZES[size])
    open.push(database)
    reads.set(size, await readsOn(database, SIZES[size]))
  }
  const times = await timesOf(reads, rounds, now)
  for (const database of open) await database.close()
  return times
}

/** A database for each size, on a server of its own. */
export async function onPostgres<T>(
  work: (urlOf: (size: Size) => Promise<string>) => Promise<T>,
): Promise<T> {
  const bin = postgresFolder()
  if (bin === undefined) throw new Error('PostgreSQL is needed: npm test installs it')
  const { url, stop } = await startPostgres(bin)
  const urlOf = async (size: Size) => {
    const name = `ideas_${SIZES[size]}`
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(`create database ${name}`)
    await client.end()
    return url.replace(/\/[^/]*$/, `/${name}`)
  }
  return work(urlOf).finally(stop)
}

export const ALL = Object.keys(SIZES) as Size[]
/** In memory where there is room: what is read often is there anyway, and filling waits for no disk. */
export const inFolder = (folder: string) => async (size: Size) => `file:${folder}/ideas-${SIZES[size]}.sqlite`

/** All are measured on the same databases, when the first is asked for. */
let measured: Promise<Times> | undefined

async function samplesOf(name: Name, { postgres }: Options): Promise<Samples> {
  const measure = (urlOf: (size: Size) => Promise<string>) =>
    measureOn(urlOf, ALL, ROUNDS, performance.now.bind(performance))
  measured ??= postgres ? onPostgres(measure) : withFolder(folder => measure(inFolder(folder)), scratchFolder)
  const times = (await measured)[name]
  const middle = (size: string) => Number(median(times[size] ?? []).toPrecision(3))
  return {
    values: times['100 k'] ?? [],
    baselines: times['1 k'] ?? [],
    more: Object.fromEntries(ALL.map(size => [`${size} ideas, ms`, middle(size)])),
  }
}

/** Ten times as many ideas, in memory, by what it takes of the processor. */
const quick = () =>
  withFolder(async folder => {
    const times = (await measureOn(inFolder(folder), ['1 k', '10 k'], 30, ownTime))['list-200']
    return { values: times['10 k'] ?? [], baselines: times['1 k'] ?? [] }
  }, scratchFolder)

const benchmark = (name: Name, what: string): Benchmark => ({
  name,
  under: 'list',
  about: `${PAGE} ideas with their names, ${what}, of 100,000 supported by 20 each; of 1,000`,
  unit: 'ms',
  aims: [{ of: 'ratio', atMost: 1.5 }],
  named: true,
  run: options => samplesOf(name, options),
  ...(name === 'list-200' && { quick }),
})

export const list: readonly Benchmark[] = [
  benchmark('list-1', 'the best carried ones, page 1'),
  benchmark('list-200', `the best carried ones, page ${FARTHEST}`),
  benchmark('list-new-1', 'the newest, page 1'),
  benchmark('list-new-200', `the newest, page ${FARTHEST}`),
]
