import { chromium as launcher } from 'playwright-core'
import { chromium } from '../test/support/machine/machine.ts'
import { addBarePage } from './bare/build.ts'
import { type Benchmark, median, type Samples } from './benchmark.ts'
import { type Net, type Opening, opening, type PageName } from './opening.ts'
import { freePort, startNode, withFolder } from './process.ts'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  // teams-js asks Microsoft for a list that this page can do without: where there is no network that takes long.
  '--host-resolver-rules=MAP res.cdn.office.net 127.0.0.1:9',
]
const TABS = ['personal', 'direction', 'organiser', 'gallery'] as const
const TIMES = 3
/** Brotli kB that the first load may weigh. */
const BUDGET = 100
/** A usual 4G: 9 Mb/s down, 1.5 Mb/s up, 60 ms. */
const FOUR_G: Net = { down: 1_125_000, up: 187_500, latency: 60 }

type Openings = Record<PageName, Opening[]>

async function inChromium(url: string): Promise<Openings> {
  const executablePath = chromium()
  if (!executablePath) throw new Error('Chromium is needed: set CHROMIUM to its path')
  const browser = await launcher.launch({ executablePath, args: FLAGS })
  const found: Openings = { bare: [], personal: [], direction: [], organiser: [], gallery: [] }
  try {
    const names = Object.keys(found) as PageName[]
    // The server answers its first requests slowly.
    for (const name of names) await opening(browser, url, name, FOUR_G)
    for (let time = 0; time < TIMES; time++)
      for (const name of names) found[name].push(await opening(browser, url, name, FOUR_G))
    return found
  } finally {
    await browser.close()
  }
}

async function measure(): Promise<Openings> {
  const takeAway = await addBarePage()
  try {
    return await withFolder(async folder => {
      const port = await freePort()
      const env = { PORT: String(port), DATABASE_URL: `file:${folder}/tab.sqlite`, DEMO_PLAYGROUND: 'off' }
      const { stop } = await startNode(['src/index.ts', '--demo'], env, '/demo')
      return inChromium(`http://127.0.0.1:${port}`).finally(stop)
    })
  } finally {
    takeAway()
  }
}

let measured: Promise<Openings> | undefined

/** The slowest, or heaviest, tab of each round beside the bare page, and the median of each tab. */
async function samplesOf(figure: keyof Opening, baseline?: number, by = 1): Promise<Samples> {
  measured ??= measure()
  const found = await measured
  const all = (name: PageName) => found[name].map(each => each[figure] / by)
  return {
    values: all('bare').map((_, round) => Math.max(...TABS.map(name => all(name)[round] ?? 0))),
    baselines: baseline === undefined ? all('bare') : [baseline],
    more: Object.fromEntries(
      [...TABS, 'bare' as const].map(name => [name, Number(median(all(name)).toPrecision(3))]),
    ),
  }
}

export const tab: readonly Benchmark[] = [
  {
    name: 'tab',
    about: 'what the heaviest tab has fetched, compressed, once it can be used; the budget of 100 kB',
    unit: 'kB',
    aim: 120,
    built: true,
    run: () => samplesOf('weight', BUDGET, 1_000),
  },
  {
    name: 'tab-cold',
    under: 'tab',
    about: 'until the slowest tab stands on 4G and a slow phone, nothing kept; a bare page of Fluent',
    unit: 's',
    aim: 1.5,
    built: true,
    run: () => samplesOf('cold'),
  },
  {
    name: 'tab-second',
    under: 'tab',
    about: 'the same a second time, what it showed last laid out at once',
    unit: 's',
    aim: 0.6,
    built: true,
    run: () => samplesOf('second'),
  },
  {
    name: 'tab-again',
    under: 'tab',
    about: 'the same from the third time on',
    unit: 's',
    aim: 0.6,
    built: true,
    run: () => samplesOf('again'),
  },
  {
    name: 'tab-usable',
    under: 'tab',
    about: 'until the page itself stands then, in the place of what it showed last',
    unit: 's',
    aim: 0.5,
    built: true,
    run: () => samplesOf('usable'),
  },
]
