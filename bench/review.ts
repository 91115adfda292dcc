import { monitorEventLoopDelay } from 'node:perf_hooks'
import { sql } from 'kysely'
import { reviewCounts } from '../src/composition/review-counts.ts'
import { type Database, open, openDatabase } from '../src/db/index.ts'
import { programmePage } from '../src/features/figures/programme-page.ts'
import { reviewUsecases } from '../src/features/review/usecases.ts'
import type { Actor } from '../src/kernel/access/actor.ts'
import { DAY, HOUR, SECOND } from '../src/kernel/time/clock.ts'
import { scratchFolder } from '../test/support/machine/machine.ts'
import { fixedClock } from '../test/support/product/clock.ts'
import { programme } from '../test/support/programme/programme.ts'
import { type Benchmark, median, type Options, type Samples } from './benchmark.ts'
import { fillIdeas } from './corpus.ts'
import { ALL, inFolder, onPostgres, SIZES, type Size } from './list.ts'
import { withFolder } from './process.ts'

const NAMES = ['review', 'review-again'] as const
type Name = (typeof NAMES)[number]
type Times = Readonly<Record<Name, readonly number[]>> & {
  /** One scan of the ideas, in milliseconds, and for how long nobody else was served. */
  readonly bare: readonly number[]
  readonly wait: number
}

const READINGS = 20
const NOW = Date.UTC(2027, 4, 17, 8)
const STATES = ['received', 'studied', 'answered', 'retained', 'aside', 'initiative'] as const
const NANOSECONDS = 1e6
const reader: Actor = { id: 'reader', name: 'Reader', role: 'observer', language: 'fr' }

/** Ideas of two years, two in three of them followed by something, some of them twice, each with its thread. */
async function filled(url: string, count: number): Promise<Database> {
  const database = await openDatabase({ url })
  await database.migrate()
  const { axes, directions } = programme
  await fillIdeas(database, count, false, at => ({
    state: STATES[at % STATES.length] ?? 'received',
    axis: axes[at % axes.length]?.id ?? null,
    direction: directions[at % directions.length]?.id ?? null,
    unnamed: at % 3 === 0 ? 1 : 0,
    created_at: NOW - Math.floor((2 * 365 * DAY * (count - at)) / count),
    decided_at: NOW,
  }))
  const run = (statement: ReturnType<typeof sql>) =>
    database.transact(async tx => void (await statement.execute(open(tx))))
  const event = (number: number, kind: string, after: number, where = 'true') =>
    run(sql`insert into event (thing, thing_id, number, kind, at, person_id, detail)
      select 'idea', id, ${sql.lit(number)}, ${sql.lit(kind)}, created_at + ${sql.lit(after)} + (created_at % 40) * ${sql.lit(HOUR)}, null, null
      from idea where ${sql.raw(where)}`)
  await event(1, 'received', 0)
  await event(2, 'commented', HOUR)
  await event(3, 'answered', 3 * DAY, "state not in ('received', 'studied')")
  await event(4, 'retained', 9 * DAY, "state in ('retained', 'initiative')")
  await run(sql`insert into initiative (idea_id, owner, title, problem, story, inspiring, outcome, phase, resources, members,
      told_until, created_at)
    select id, author, 'Une initiative', '', '', '', '', 'create', '[]', 0, 0, created_at from idea where state = 'initiative'`)
  await run(sql`insert into next_step (id, subject_kind, subject_id, text, due, first_due, direction, state, named, turn, created_at,
      told_at)
    select 's' || id, 'idea', id, 'La suite', '2027-06-01', '2027-06-01', direction, 'kept', 0, 1, created_at, created_at from idea
    where state = 'retained'`)
  return database
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

async function several(work: () => Promise<unknown>): Promise<readonly number[]> {
  const taken: number[] = []
  for (let at = 0; at < READINGS; at++) taken.push(await timed(work))
  return taken
}

async function measureOne(url: string, count: number): Promise<Times> {
  const database = await filled(url, count)
  const clock = fixedClock(NOW)
  const figures = {
    whole: async () => programmePage({ programme, weeks: [], participants: new Map(), last: [] }),
  }
  const parts = { read: database.read, clock, zone: programme.zone, programme, figures }
  const review = reviewUsecases({ ...parts, counting: reviewCounts(programme) })
  const again = () => review.read(reader)
  const anew = () => {
    clock.advance(10 * SECOND)
    return again()
  }
  const { followed } = await anew()
  if (followed.ideas !== count || followed.medianDays === undefined) throw new Error('not all are counted')
  const waits = monitorEventLoopDelay({ resolution: 5 })
  waits.enable()
  const times = { review: await several(anew), 'review-again': await several(again) }
  waits.disable()
  const bare = await several(() =>
    database.read(tx =>
      sql`select state, count(*), sum(supports) from idea group by state`.execute(open(tx)),
    ),
  )
  await database.close()
  return { ...times, bare, wait: waits.max / NANOSECONDS }
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
  const each = (say: string, of: (times: Times) => readonly number[]) =>
    [...times].map(
      ([size, found]) => [`${size} ideas, ${say}`, Number(median(of(found)).toPrecision(3))] as const,
    )
  return {
    values: times.get('100 k')?.[name] ?? [],
    baselines: times.get('100 k')?.bare ?? [],
    more: Object.fromEntries([
      ...each('ms', found => found[name]),
      ...each('one scan, ms', found => found.bare),
      ...each('longest wait of others, ms', found => [found.wait]),
    ]),
  }
}

const benchmark = (name: Name, about: string): Benchmark => ({
  name,
  under: 'review',
  about,
  unit: 'ms',
  named: true,
  run: options => samplesOf(name, options),
})

export const review: readonly Benchmark[] = [
  benchmark('review', 'the review of a programme of 100,000 ideas counted; one scan of them'),
  benchmark('review-again', 'the same, asked again within ten seconds'),
]
