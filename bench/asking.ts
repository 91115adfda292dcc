import { sql } from 'kysely'
import { type Database, open, openDatabase } from '../src/db/index.ts'
import { systemClock } from '../src/kernel/time/clock.ts'
import { stemsOf } from '../src/search/stemming.ts'
import { startPostgres } from '../test/support/database/postgres.ts'
import { askingOn } from '../test/support/features/asking.ts'
import { postgresFolder } from '../test/support/machine/machine.ts'
import { programme } from '../test/support/programme/programme.ts'
import { type Benchmark, median, type Options, type Samples } from './benchmark.ts'
import { chance, fillIdeas, WORDS } from './corpus.ts'
import { withFolder } from './process.ts'

const IDEAS = 100_000
const RUNS = 5
const ASKED = 200
/** A scan takes a second: two are enough of it. */
const SCANNED = 2
const RARE = 4_000
const COMMON = 25
/** A year of ideas, up to now. */
const APART = (365 * 86_400_000) / IDEAS

const STATES = [
  'received',
  'received',
  'received',
  'studied',
  'answered',
  'retained',
  'aside',
  'initiative',
] as const
const FILTERS = [
  'retenues',
  'en attente',
  'axe équipe',
  'direction des finances',
  'en mars',
  'cette semaine',
  'non retenues',
]

type Random = () => number
type Ask = (text: string) => Promise<unknown>

const of = (random: Random, texts: readonly string[]) => texts[Math.floor(random() * texts.length)] ?? ''
const word = (random: Random, from: number, to: number) =>
  WORDS[from + Math.floor(random() * (to - from))] ?? ''
/** A letter doubled: no idea holds that. */
const slipIn = (text: string, random: Random) => {
  const at = Math.floor(random() * text.length)
  return `${text.slice(0, at + 1)}${text.slice(at)}`
}

const QUESTIONS = {
  asking: random => `quelles idées sur ${word(random, 0, 2_000)} et ${word(random, 0, WORDS.length)} ?`,
  'asking-filtered': random => `quelles idées ${of(random, FILTERS)} parlent de ${word(random, 0, 2_000)} ?`,
  'asking-common': random =>
    `quelles idées ${of(random, FILTERS)} sur ${Array.from({ length: 8 }, () => word(random, 0, COMMON)).join(' ')} ?`,
  'asking-wordless': random => `quelles idées ${of(random, FILTERS)} ${of(random, FILTERS)} ?`,
  'asking-slip': random =>
    `qui parle de ${slipIn(word(random, RARE, WORDS.length), random)} ou ${slipIn(word(random, RARE, WORDS.length), random)} ?`,
} as const satisfies Record<string, (random: Random) => string>

async function fill(database: Database): Promise<void> {
  const random = chance(5)
  const now = systemClock.now()
  await fillIdeas(database, IDEAS, true, at => ({
    state: STATES[Math.floor(random() * STATES.length)] ?? 'received',
    axis: programme.axes[Math.floor(random() * programme.axes.length)]?.id ?? null,
    direction: programme.directions[Math.floor(random() * programme.directions.length)]?.id ?? null,
    created_at: Math.floor(now - (IDEAS - at) * APART),
  }))
}

/** Milliseconds of each by the clock, and of the processor: what else runs on the machine does not lengthen these. Both in order. */
async function timesOf(ask: Ask, texts: readonly string[]) {
  const [clock, processor]: [number[], number[]] = [[], []]
  for (const text of texts) {
    const [from, before] = [performance.now(), process.cpuUsage()]
    await ask(text)
    const { user, system } = process.cpuUsage(before)
    clock.push(performance.now() - from)
    processor.push((user + system) / 1_000)
  }
  const sorted = (times: readonly number[]) => times.toSorted((one, other) => one - other)
  return { clock: sorted(clock), processor: sorted(processor) }
}

const within = (times: readonly number[], share: number) =>
  times[Math.ceil(times.length * share) - 1] ?? Number.NaN

async function measure(ask: Ask, scan: Ask, question: (random: Random) => string): Promise<Samples> {
  const random = chance(7)
  const texts = Array.from({ length: ASKED }, () => question(random))
  const [values, baselines, halves, worked]: [number[], number[], number[], number[]] = [[], [], [], []]
  await timesOf(ask, texts.slice(0, 20))
  for (let run = 0; run < RUNS; run++) {
    baselines.push(within((await timesOf(scan, texts.slice(run * SCANNED, (run + 1) * SCANNED))).clock, 0.99))
    const { clock, processor } = await timesOf(ask, texts)
    values.push(within(clock, 0.99))
    halves.push(within(clock, 0.5))
    worked.push(within(processor, 0.99))
  }
  const shown = (all: readonly number[]) => Number(median(all).toPrecision(3))
  const more = { 'ms, one in two': shown(halves), 'ms of the processor, 99 in 100': shown(worked) }
  return { values, baselines, more: { ideas: IDEAS, asked: ASKED, ...more } }
}

async function measureAll(url: string): Promise<Readonly<Record<string, Samples>>> {
  const database = await openDatabase({ url })
  await database.migrate()
  await fill(database)
  if (url.startsWith('postgres')) await database.transact(tx => sql`analyze`.execute(open(tx)))
  const { asking, person } = askingOn(database, systemClock)
  const reader = await person('reader')
  const ask: Ask = text => asking.answer(reader, text)
  const scan: Ask = text =>
    database.read(tx =>
      sql`select idea.id, count(*) as shared from idea join idea_stem on idea_stem.idea_id = idea.id
        where stem || '' in (${sql.join(stemsOf(text))}) and state || '' <> 'withdrawn'
        group by idea.id order by shared desc limit 5`.execute(open(tx)),
    )
  const measured: Record<string, Samples> = {}
  for (const [name, question] of Object.entries(QUESTIONS))
    measured[name] = await measure(ask, scan, question)
  await database.close()
  return measured
}

async function onPostgres(): Promise<Readonly<Record<string, Samples>>> {
  const bin = postgresFolder()
  if (bin === undefined) throw new Error('PostgreSQL is needed: npm test installs it')
  const { url, stop } = await startPostgres(bin)
  return measureAll(url).finally(stop)
}

/** All are measured on one database, when the first is asked for. */
let measured: Promise<Readonly<Record<string, Samples>>> | undefined

async function samplesOf(name: string, { postgres }: Options): Promise<Samples> {
  measured ??= postgres ? onPostgres() : withFolder(folder => measureAll(`file:${folder}/asking.sqlite`))
  const samples = (await measured)[name]
  if (!samples) throw new Error(`nothing was measured of ${name}`)
  return samples
}

const benchmark = (name: keyof typeof QUESTIONS, what: string): Benchmark => ({
  name,
  under: 'asking',
  about: `99 in 100 of ${ASKED} questions ${what} answered among ${IDEAS} ideas; the whole table gone through`,
  unit: 'ms',
  aim: 100,
  named: true,
  run: options => samplesOf(name, options),
})

export const asking: readonly Benchmark[] = [
  benchmark('asking', 'of two words'),
  benchmark('asking-filtered', 'of a word and a filter'),
  benchmark('asking-common', 'of the 25 commonest words and a filter'),
  benchmark('asking-wordless', 'of filters alone'),
  benchmark('asking-slip', 'of two words with a slip'),
]
