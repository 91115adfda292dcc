import { sql } from 'kysely'
import { type Database, open } from '../src/db/index.ts'
import type { Actor } from '../src/kernel/access/actor.ts'
import { cursorText } from '../src/kernel/requests/cursor.ts'
import { systemClock } from '../src/kernel/time/clock.ts'
import { featuresOn } from '../test/support/features/ideas.ts'
import { scratchFolder } from '../test/support/machine/machine.ts'
import { type Benchmark, median, type Options, type Samples } from './benchmark.ts'
import { ALL, filled, inFolder, onPostgres, SIZES, type Size } from './list.ts'
import { withFolder } from './process.ts'

/** Initiatives on a page of the API. */
const PAGE = 24
const ROUNDS = 100
const PARTS = 20
const STAGES = ['running', 'generalised', 'stopped'] as const
const SORTS = ['new', 'supported', 'across'] as const
const GALLERY = STAGES.flatMap(trial => SORTS.map(sort => `trial-${trial}-${sort}` as const))
const NAMES = [...GALLERY, 'descent-1', 'descent-last', 'descent-sheet', 'descent-directions'] as const
type Name = (typeof NAMES)[number]
type Reads = Readonly<Record<Name, () => Promise<unknown>>>

/** Of a hundred, ten are on trial, five general and three stopped; all but the first were taken up from it, one in two in a Direction. */
async function tried(database: Database): Promise<string> {
  const run = (statement: string) =>
    database.transact(async tx => void (await sql.raw(statement).execute(open(tx))))
  // In parts: PostgreSQL ends a statement that takes too long.
  for (let part = 0; part < PARTS; part++) {
    const within = `where created_at % ${PARTS} = ${part}`
    await run(`update initiative set trial = case when created_at % 100 < 10 then 'running'
      when created_at % 100 < 15 then 'generalised' when created_at % 100 < 18 then 'stopped' end ${within}`)
    await run(`update idea set inspired_by = (select id from idea order by created_at limit 1),
      direction = case when created_at % 2 = 0 then 'd' || (created_at % 40) end ${within}`)
  }
  await run('analyze')
  const { rows } = await database.read(tx =>
    sql<{ id: string }>`select inspired_by as id from idea limit 1`.execute(open(tx)),
  )
  return rows[0]?.id ?? ''
}

async function readsOn(database: Database): Promise<Reads> {
  const root = await tried(database)
  const features = featuresOn(database, systemClock)
  const reader: Actor = await features.person('reader')
  const { rows } = await database.read(tx =>
    sql<{ at: number; id: string }>`select created_at as at, id from idea order by created_at, id
      limit 1 offset ${sql.lit(PAGE)}`.execute(open(tx)),
  )
  const [last] = rows
  const end = last && cursorText({ at: Number(last.at), id: last.id })
  const whole = ({ items }: { readonly items: readonly unknown[] }) => {
    if (items.length !== PAGE) throw new Error(`a page has ${items.length} initiatives`)
  }
  const gallery = Object.fromEntries(
    STAGES.flatMap(trial =>
      SORTS.map(sort => [
        `trial-${trial}-${sort}`,
        async () => whole(await features.initiatives.list(reader, { trial, sort }, PAGE)),
      ]),
    ),
  ) as Pick<Reads, (typeof GALLERY)[number]>
  const page = async (after?: string) =>
    whole(await features.initiatives.descent(reader, root, 'initiatives', PAGE, after))
  return {
    ...gallery,
    'descent-1': () => page(),
    'descent-last': () => page(end),
    'descent-sheet': () => features.initiatives.sheet(reader, root),
    'descent-directions': () => features.initiatives.directions(reader, root),
  }
}

type Times = Readonly<Record<Name, Readonly<Record<string, readonly number[]>>>>

async function measure(urlOf: (size: Size) => Promise<string>): Promise<Times> {
  const reads = new Map<Size, Reads>()
  const databases: Database[] = []
  for (const size of ALL) {
    const database = await filled(await urlOf(size), SIZES[size])
    databases.push(database)
    reads.set(size, await readsOn(database))
  }
  const times = Object.fromEntries(
    NAMES.map(name => [name, Object.fromEntries(ALL.map(size => [size, [] as number[]]))]),
  ) as Record<Name, Record<Size, number[]>>
  // The first ones are read from the disk and compiled.
  for (let round = -10; round < ROUNDS; round++)
    for (const [size, of] of reads)
      for (const name of NAMES) {
        const from = performance.now()
        await of[name]()
        if (round >= 0) times[name][size].push(performance.now() - from)
      }
  for (const database of databases) await database.close()
  return times
}

/** All are measured on the same databases, when the first is asked for. */
let measured: Promise<Times> | undefined

/** A page of the gallery, in milliseconds: of each round the mean of its nine orders. The worst of so many is mostly chance. */
function galleryTimes(times: Times, size: Size): readonly number[] {
  return Array.from({ length: ROUNDS }, (_, round) => {
    const all = GALLERY.map(name => times[name][size]?.[round] ?? Number.NaN)
    return all.reduce((sum, each) => sum + each, 0) / all.length
  })
}

const BENCHES = {
  'descent-gallery': `a page of ${PAGE} of the gallery by what became of a trial, the mean of ${GALLERY.length} orders, of 100,000 initiatives; of 1,000`,
  'descent-1': 'what was taken up from one of them, page 1',
  'descent-last': 'the same, its last page',
  'descent-sheet': 'the sheet of the one that all are taken up from',
  'descent-directions': 'the first that each Direction took up',
} as const
type Bench = keyof typeof BENCHES

async function samplesOf(bench: Bench, { postgres }: Options): Promise<Samples> {
  measured ??= postgres ? onPostgres(measure) : withFolder(folder => measure(inFolder(folder)), scratchFolder)
  const all = await measured
  const middle = (name: Name, size: string) => Number(median(all[name][size] ?? []).toPrecision(3))
  const each = (name: Name) => ALL.map(size => [`${name}, ${size}, ms`, middle(name, size)] as const)
  const isGallery = bench === 'descent-gallery'
  const of = (size: Size) => (isGallery ? galleryTimes(all, size) : (all[bench][size] ?? []))
  return {
    values: of('100 k'),
    baselines: of('1 k'),
    more: Object.fromEntries(isGallery ? GALLERY.flatMap(each) : each(bench)),
  }
}

export const descent: readonly Benchmark[] = (Object.keys(BENCHES) as Bench[]).map(name => ({
  name,
  under: 'descent',
  about: BENCHES[name],
  unit: 'ms',
  aims: [{ of: 'ratio', atMost: 1.5 }],
  named: true,
  run: options => samplesOf(name, options),
}))
