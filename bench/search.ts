import { sql } from 'kysely'
import { type Database, open, openDatabase } from '../src/db/index.ts'
import { systemClock } from '../src/kernel/time/clock.ts'
import { stemsOf } from '../src/search/stemming.ts'
import { beginningsOf, endOf } from '../src/search/words.ts'
import { startPostgres } from '../test/support/database/postgres.ts'
import { featuresOn } from '../test/support/features/ideas.ts'
import { postgresFolder } from '../test/support/machine/machine.ts'
import type { Benchmark, Options, Samples } from './benchmark.ts'
import { chance, fillIdeas, ideaText, WORDS } from './corpus.ts'
import { withFolder } from './process.ts'

const IDEAS = 100_000
const RUNS = 5
const ASKED = 200
/** A scan takes a second: it need not be asked as often. */
const SCANNED = 4

type Ask = (text: string) => Promise<unknown>
type Kind = { readonly ask: Ask; readonly scan: Ask; readonly texts: readonly string[] }

const RARE = 4_000
const COMMON = 25
const pick = (random: () => number, from: number, to: number) =>
  WORDS[from + Math.floor(random() * (to - from))] ?? ''
const many = (make: (random: () => number) => string) => {
  const random = chance(3)
  return Array.from({ length: ASKED }, () => make(random))
}
const sentence = (random: () => number, from: number, to: number) =>
  Array.from({ length: 5 + Math.floor(random() * 8) }, () => pick(random, from, to)).join(' ')

/** A word with a letter of it doubled: few ideas hold that. */
const slipIn = (word: string, random: () => number) => {
  const at = Math.floor(random() * word.length)
  return `${word.slice(0, at + 1)}${word.slice(at)}`
}

/** What one types of common words: the beginning of one or two, or two of the sixty commonest. */
const BEGINNINGS =
  'de,le,la,les,des,pour,dans,une,pro,co,re,av,les agents,pour les,des lycées,dans les lycées'.split(',')
const typedOften = (random: () => number) =>
  random() < 0.5
    ? (BEGINNINGS[Math.floor(random() * BEGINNINGS.length)] ?? '')
    : `${pick(random, 0, 60)} ${pick(random, 0, 60)}`

function kindsOn(database: Database): Promise<Readonly<Record<string, Kind>>> {
  const features = featuresOn(database, systemClock)
  return features.person('reader').then(reader => {
    const similar = (text: string) => features.ideas.similar(reader, text)
    const search = (text: string) => features.ideas.search(reader, text, 0, 25)
    const scanStems = (text: string) =>
      database.read(tx =>
        sql`select idea_id, count(*) as shared from idea_stem where stem || '' in (${sql.join(stemsOf(text))})
          group by idea_id order by shared desc limit 3`.execute(open(tx)),
      )
    const scanWords = (text: string) =>
      database.read(tx => {
        const held = beginningsOf(text).map(
          beginning =>
            sql`id in (select idea_id from idea_word where word || '' >= ${beginning} and word || '' < ${endOf(beginning)})`,
        )
        return sql`select * from idea where ${sql.join(held, sql` and `)} order by supports + 0 desc limit 25`.execute(
          open(tx),
        )
      })
    const ofStems = { ask: similar, scan: scanStems }
    const ofWords = { ask: search, scan: scanWords }
    return {
      search: { ...ofStems, texts: many(random => sentence(random, RARE, WORDS.length)) },
      'search-usual': { ...ofStems, texts: many(ideaText) },
      'search-common': { ...ofStems, texts: many(random => sentence(random, 0, COMMON)) },
      'search-extension': { ...ofWords, texts: many(random => pick(random, RARE, WORDS.length).slice(0, 5)) },
      'search-extension-slip': {
        ...ofWords,
        texts: many(random => slipIn(pick(random, RARE, WORDS.length), random)),
      },
      'search-extension-common': {
        ...ofWords,
        texts: many(typedOften),
      },
    }
  })
}

/** Milliseconds in which 99 of 100 were answered. */
async function p99(ask: Ask, texts: readonly string[]): Promise<number> {
  const took: number[] = []
  for (const text of texts) {
    const from = performance.now()
    await ask(text)
    took.push(performance.now() - from)
  }
  return took.sort((a, b) => a - b)[Math.ceil(took.length * 0.99) - 1] ?? Number.NaN
}

async function measure({ ask, scan, texts }: Kind): Promise<Samples> {
  const [values, baselines]: [number[], number[]] = [[], []]
  await p99(ask, texts.slice(0, 20))
  for (let run = 0; run < RUNS; run++) {
    baselines.push(await p99(scan, texts.slice(run * SCANNED, (run + 1) * SCANNED)))
    values.push(await p99(ask, texts))
  }
  return { values, baselines, more: { ideas: IDEAS, asked: texts.length } }
}

async function measureAll(url: string): Promise<Readonly<Record<string, Samples>>> {
  const database = await openDatabase({ url })
  await database.migrate()
  await fillIdeas(database, IDEAS)
  if (url.startsWith('postgres')) await database.transact(tx => sql`analyze`.execute(open(tx)))
  const measured: Record<string, Samples> = {}
  for (const [name, kind] of Object.entries(await kindsOn(database))) measured[name] = await measure(kind)
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
  measured ??= postgres ? onPostgres() : withFolder(folder => measureAll(`file:${folder}/search.sqlite`))
  const samples = (await measured)[name]
  if (!samples) throw new Error(`nothing was measured of ${name}`)
  return samples
}

const benchmark = (name: string, what: string, aim: number): Benchmark => ({
  name,
  under: 'search',
  about: `99 in 100 of ${ASKED} ${what} among ${IDEAS} ideas; the whole table gone through`,
  unit: 'ms',
  aim,
  named: true,
  run: options => samplesOf(name, options),
})

export const search: readonly Benchmark[] = [
  benchmark('search', 'texts of rare words, compared for similar ideas', 30),
  benchmark('search-usual', 'texts like any other, compared for similar ideas', 30),
  benchmark('search-common', 'texts of the 25 commonest words, compared for similar ideas', 30),
  benchmark('search-extension', 'beginnings of rare words, looked for by the message extension', 100),
  benchmark('search-extension-slip', 'rare words with a slip, looked for by the message extension', 100),
  benchmark(
    'search-extension-common',
    'beginnings of the commonest words, looked for by the message extension',
    100,
  ),
]
