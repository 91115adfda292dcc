import { setTimeout } from 'node:timers/promises'
import { scratchFolder } from '../test/support/machine/machine.ts'
import { type Benchmark, median, type Samples } from './benchmark.ts'
import { type Demo, startDemo, tokenOf } from './demo.ts'
import { cursorBefore, FARTHEST, filled, inFolder, SIZES, type Size } from './list.ts'
import { timeOf, withFolder } from './process.ts'

/** Ideas on a page of the API. */
const PAGE = 24
/** With those that warm it up, fewer calls than a person may make in a minute. */
const ROUNDS = 200
const WARM = 20
/** Two looks at a server lie so far apart (ms), so often; and what it has of a processor between them when it rests (s). */
const LOOK = 4_000
const LOOKS = 45
const LITTLE = 0.2
const PATH = '/api/v1/initiatives?sort=supported'
const ALL = Object.keys(SIZES) as Size[]
const NAMES = ['list-http-1', 'list-http-200'] as const
type Name = (typeof NAMES)[number]
type Times = Record<Name, Record<Size, number[]>>

/** Until a server has little to do: once started it ranks all ideas, and whoever asks meanwhile waits for a part of that. */
async function rest({ server: { child } }: Demo): Promise<void> {
  for (let had = 0, looks = 0; looks < LOOKS; looks++) {
    const now = timeOf(child)
    if (looks > 0 && now - had < LITTLE) return
    had = now
    await setTimeout(LOOK)
  }
  throw new Error('the server is still at work on what it began with')
}

/** The server on `count` ideas, asked from this process: page 1 or, `far`, page 200. */
async function openPages(url: string, count: number) {
  const database = await filled(url, count)
  const after = await cursorBefore(database, 'supports', FARTHEST, count, PAGE)
  await database.close()
  const demo = await startDemo(url)
  const [near, far] = [await tokenOf(demo.origin, 'agent'), await tokenOf(demo.origin, 'agente')]
  const get = async (path: string, token: string) => {
    const response = await fetch(`${demo.origin}${path}`, { headers: { authorization: `Bearer ${token}` } })
    const { items = [] } = (await response.json()) as { items?: readonly unknown[] }
    if (items.length !== PAGE) throw new Error(`${response.status}, a page of ${items.length} ideas`)
  }
  return {
    stop: demo.server.stop,
    rest: () => rest(demo),
    'list-http-1': () => get(PATH, near),
    'list-http-200': () => get(`${PATH}&after=${encodeURIComponent(after ?? '')}`, far),
  }
}

const none = () => Object.fromEntries(ALL.map(size => [size, [] as number[]])) as Record<Size, number[]>

async function timesIn(folder: string): Promise<Times> {
  const times: Times = { 'list-http-1': none(), 'list-http-200': none() }
  const pages = new Map<Size, Awaited<ReturnType<typeof openPages>>>()
  for (const size of ALL) pages.set(size, await openPages(await inFolder(folder)(size), SIZES[size]))
  for (const { rest } of pages.values()) await rest()
  for (let round = -WARM; round < ROUNDS; round++)
    for (const [size, page] of pages)
      for (const name of NAMES) {
        const from = performance.now()
        await page[name]()
        if (round >= 0) times[name][size].push(performance.now() - from)
      }
  for (const { stop } of pages.values()) await stop()
  return times
}

let measured: Promise<Times> | undefined

async function samplesOf(name: Name): Promise<Samples> {
  measured ??= withFolder(timesIn, scratchFolder)
  const times = (await measured)[name]
  const middles = ALL.map(size => [`${size} ideas, ms`, Number(median(times[size]).toPrecision(3))])
  return { values: times['100 k'], baselines: times['1 k'], more: Object.fromEntries(middles) }
}

export const listHttp: readonly Benchmark[] = NAMES.map(name => ({
  name,
  under: 'list',
  about: `a page of ${PAGE} of the best carried ideas by HTTP, page ${name.slice(10)}, of 100,000; of 1,000`,
  unit: 'ms',
  aims: [{ of: 'ratio', atMost: 1.5 }],
  built: true,
  named: true,
  run: () => samplesOf(name),
}))
