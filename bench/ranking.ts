import { monitorEventLoopDelay } from 'node:perf_hooks'
import { sql } from 'kysely'
import { type Database, open } from '../src/db/index.ts'
import { rankingStore } from '../src/features/ideas/ranking/store.ts'
import { rankingUsecases } from '../src/features/ideas/ranking/usecases.ts'
import { randomIds } from '../src/kernel/crypto/ids.ts'
import { drawnFrom } from '../src/kernel/crypto/keyed-random.ts'
import { DAY, systemClock } from '../src/kernel/time/clock.ts'
import { featuresOn } from '../test/support/features/ideas.ts'
import { scratchFolder } from '../test/support/machine/machine.ts'
import { fixedClock } from '../test/support/product/clock.ts'
import { type Benchmark, median, type Options, type Samples } from './benchmark.ts'
import {
  ALL,
  cursorBefore,
  DIRECTIONS,
  FARTHEST,
  filled,
  inFolder,
  onPostgres,
  PAGE,
  SIZES,
  type Size,
} from './list.ts'
import { withFolder } from './process.ts'

const NAMES = ['ranking-1', 'ranking-200', 'ranking-day'] as const
type Name = (typeof NAMES)[number]

const READINGS = 200
const DAYS = 3
const NANOSECONDS = 1e6
/** Nine people and more: some are small. */
const directions = Array.from({ length: DIRECTIONS }, (_, at) => ({
  id: `d${at}`,
  name: `Direction ${at}`,
  headcount: 9 + at * 8,
}))

/** Milliseconds of each; `bare`: all supports counted by idea and Direction, in one statement. */
type Times = {
  readonly page: Readonly<Record<'ranking-1' | 'ranking-200', readonly number[]>>
  readonly day: readonly number[]
  readonly bare: readonly number[]
  /** The first morning, when all ideas get their step, and for how long nobody else was served on any morning. */
  readonly first: number
  readonly wait: number
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

const several = async (times: number, work: () => Promise<unknown>): Promise<readonly number[]> => {
  const taken: number[] = []
  for (let at = 0; at < times; at++) taken.push(await timed(work))
  return taken
}

/** Some people think otherwise: a tenth of the steps must be written anew. */
const stir = (database: Database) =>
  database.transact(tx =>
    sql`update idea set across = across + 1 where created_at % 10 = 0`.execute(open(tx)),
  )

async function measureOne(url: string, count: number): Promise<Times> {
  const database = await filled(url, count)
  const clock = fixedClock()
  const store = rankingStore
  const parts = { ...database, store, clock, ids: randomIds, zone: 'Europe/Paris', programme: { directions } }
  const ranking = rankingUsecases({ ...parts, draw: drawnFrom('of this benchmark') })
  const morning = async () => {
    clock.advance(DAY)
    if (!(await ranking.rank())) throw new Error('nothing was ranked')
  }
  const bare = () =>
    database.read(tx =>
      sql`select counts_for, direction, count(*) as n from idea_support group by counts_for, direction`.execute(
        open(tx),
      ),
    )
  const waits = monitorEventLoopDelay({ resolution: 5 })
  waits.enable()
  const first = await timed(morning)
  const day: number[] = []
  for (let at = 0; at < DAYS; at++) {
    waits.disable()
    await stir(database)
    waits.enable()
    day.push(await timed(morning))
  }
  waits.disable()
  const counted = await several(DAYS, bare)
  const features = featuresOn(database, systemClock)
  const reader = await features.person('reader')
  const far = await cursorBefore(database, 'across', FARTHEST, count)
  const read = async (after?: string) => {
    const { items } = await features.initiatives.list(reader, { sort: 'across' }, PAGE, after)
    if (items.length !== PAGE) throw new Error(`a page has ${items.length} ideas`)
  }
  await several(10, () => read(far))
  const page = {
    'ranking-1': await several(READINGS, read),
    'ranking-200': await several(READINGS, () => read(far)),
  }
  await database.close()
  return { page, day, bare: counted, first, wait: waits.max / NANOSECONDS }
}

async function measureAll(urlOf: (size: Size) => Promise<string>): Promise<ReadonlyMap<Size, Times>> {
  const found = new Map<Size, Times>()
  for (const size of ALL) found.set(size, await measureOne(await urlOf(size), SIZES[size]))
  return found
}

/** All are measured on the same databases, when the first is asked for. */
let measured: Promise<ReadonlyMap<Size, Times>> | undefined

async function samplesOf(name: Name, { postgres }: Options): Promise<Samples> {
  measured ??= postgres
    ? onPostgres(measureAll)
    : withFolder(folder => measureAll(inFolder(folder)), scratchFolder)
  const times = await measured
  const middle = (values: readonly number[] = []) => Number(median(values).toPrecision(3))
  const each = (say: string, of: (times: Times) => readonly number[]) =>
    [...times].map(([size, found]) => [`${size} ideas, ${say}`, middle(of(found))] as const)
  const of = (size: Size) => times.get(size)
  if (name !== 'ranking-day')
    return {
      values: of('100 k')?.page[name] ?? [],
      baselines: of('1 k')?.page[name] ?? [],
      more: Object.fromEntries(each('ms', found => found.page[name])),
    }
  return {
    values: of('100 k')?.day ?? [],
    baselines: of('100 k')?.bare ?? [],
    more: Object.fromEntries([
      ...each('ms', found => found.day),
      ...each('bare, ms', found => found.bare),
      ...each('first morning, ms', found => [found.first]),
      ...each('longest wait of others, ms', found => [found.wait]),
    ]),
  }
}

const benchmark = (name: Name, about: string): Benchmark => ({
  name,
  under: 'ranking',
  about,
  unit: 'ms',
  named: true,
  run: options => samplesOf(name, options),
})

export const ranking: readonly Benchmark[] = [
  benchmark('ranking-1', `${PAGE} ideas by support across Directions, page 1, of 100,000; of 1,000`),
  benchmark('ranking-200', `the same, page ${FARTHEST}`),
  benchmark(
    'ranking-day',
    'that ranking computed for 100,000 ideas; their supports counted in one statement',
  ),
]
