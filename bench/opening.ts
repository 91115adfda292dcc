import type { Browser, BrowserContext, Page } from 'playwright-core'

/** What each page shows first once it has what it needs. */
export const SHOWN = {
  bare: '.bare',
  personal: '.axes',
  direction: '.page-body:not([aria-hidden])',
  organiser: '.organiser[aria-busy=false]',
  gallery: '.gallery[aria-busy=false]',
} as const
export type PageName = keyof typeof SHOWN

/** Of the wire both ways in bytes a second, and how long each request takes at least (ms). */
export type Net = { readonly down: number; readonly up: number; readonly latency: number }

/**
 * Seconds from when Teams asks for the page until what it is about is painted, even as the tab showed it last; `usable`: until
 * the page itself is. `weight`: bytes of page, code and style, as sent.
 */
export type Opening = {
  readonly cold: number
  readonly second: number
  readonly again: number
  readonly usable: number
  readonly weight: number
}

const CPU = 4
/** How long somebody stays at least: a tab keeps what it shows once it has stood for a while (ms). */
const STAY = 2_500

/** Within the page: tells when `shown` has been painted, and when in the page itself, on the clock that began with the page. */
function watch(shown: string): void {
  const painted = new MessageChannel()
  painted.port1.onmessage = ({ data }) =>
    Reflect.get(window, 'stands')(JSON.stringify([data, performance.now()]))
  const told = new Set<string>()
  const look = () => {
    const usable = !document.getElementById('glimpse') && document.querySelector(`#root ${shown}`)
    if (usable) seeing.disconnect()
    for (const what of [document.querySelector(shown) && 'seen', usable && 'usable']) {
      if (!what || told.has(what)) continue
      told.add(what)
      // What is posted before a frame is laid out and painted arrives after it.
      requestAnimationFrame(() => painted.port2.postMessage(what))
    }
  }
  const seeing = new MutationObserver(look)
  seeing.observe(document, { childList: true, subtree: true, attributes: true })
}

async function open(context: BrowserContext, url: string, name: PageName, net: Net) {
  const page: Page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: net.latency,
    downloadThroughput: net.down,
    uploadThroughput: net.up,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU })
  // Waiting by Playwright's own script takes such a phone 50 ms, in the middle of what is measured.
  await session.send('Runtime.enable')
  await session.send('Runtime.addBinding', { name: 'stands' })
  const times: Record<string, number> = {}
  const stands = new Promise<void>(resolve =>
    session.on('Runtime.bindingCalled', ({ payload }) => {
      const [what, at] = JSON.parse(payload)
      times[what] = at / 1_000
      if (what === 'usable') resolve()
    }),
  )
  await page.addInitScript(watch, SHOWN[name])
  await page.goto(`${url}/demo/host?persona=lab&tab=${name}&locale=fr-fr&theme=default`)
  const frame = page.frame({ url: new RegExp(`/tabs/${name}`) })
  if (!frame) throw new Error(`no tab ${name} was asked for`)
  await stands
  const weight = await frame.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .map(entry => entry as PerformanceResourceTiming)
      .filter(({ name }) => name.includes('/tabs/'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  )
  await page.waitForTimeout(STAY)
  await page.close()
  const { seen = Number.NaN, usable = Number.NaN } = times
  return { seen, usable, weight }
}

/**
 * Opens a tab three times on a phone four times slower than this machine: the first time with nothing kept, the second
 * with its files, the third also with what Chromium compiled of them, as at each opening from then on.
 */
export async function opening(browser: Browser, url: string, name: PageName, net: Net): Promise<Opening> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'fr-FR' })
  try {
    const first = await open(context, url, name, net)
    const second = await open(context, url, name, net)
    const third = await open(context, url, name, net)
    const { seen: again, usable } = third
    return { cold: first.seen, second: second.seen, again, usable, weight: first.weight }
  } finally {
    await context.close()
  }
}
