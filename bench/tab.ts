import { chromium as launcher, type Page, type Request } from 'playwright-core'
import { chromium } from '../test/support/machine.ts'
import type { Benchmark } from './benchmark.ts'
import { freePort, startNode, withFolder } from './process.ts'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
]
/** Brotli kB that the first load may weigh. */
const BUDGET = 150

/** Bytes of the bodies as they came over the wire, the page's own and its API's; the simulated host is not counted. */
async function firstLoad(page: Page, url: string): Promise<number> {
  const asked: Request[] = []
  page.on('request', request => asked.push(request))
  await page.goto(`${url}/demo/host?persona=lab&tab=personal&locale=fr-fr&theme=default`)
  await page.frameLocator('#tab').locator('.axes').waitFor()
  const own = asked.filter(request => /^\/(tabs|api)\//.test(new URL(request.url()).pathname))
  const sizes = await Promise.all(own.map(async request => (await request.sizes()).responseBodySize))
  return sizes.reduce((sum, size) => sum + size, 0) / 1_000
}

async function inChromium(url: string): Promise<number> {
  const executablePath = chromium()
  if (!executablePath) throw new Error('Chromium is needed: set CHROMIUM to its path')
  const browser = await launcher.launch({ executablePath, args: FLAGS })
  return browser
    .newPage()
    .then(page => firstLoad(page, url))
    .finally(() => browser.close())
}

export const tab: Benchmark = {
  name: 'tab',
  about: 'what the personal tab has fetched, compressed, once its axes can be used; the budget of 150 kB',
  unit: 'kB',
  aim: BUDGET,
  built: true,
  run: () =>
    withFolder(async folder => {
      const port = await freePort()
      const url = `http://127.0.0.1:${port}`
      const env = { PORT: String(port), DATABASE_URL: `file:${folder}/tab.sqlite`, DEMO_PLAYGROUND: 'off' }
      const { stop } = await startNode(['src/index.ts', '--demo'], env, '/demo')
      const values = [await inChromium(url).finally(stop)]
      return { values, baselines: [BUDGET] }
    }),
}
