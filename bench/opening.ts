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

/** Seconds from when Teams asks for the page until what it is about is painted; `weight`: bytes of page, code and style, as sent. */
export type Opening = {
  readonly cold: number
  readonly second: number
  readonly again: number
  readonly weight: number
}

const CPU = 4

/** Within the page: tells when `shown` has been painted, on the clock that began with the page. */
function watch(shown: string): void {
  const painted = new MessageChannel()
  painted.port1.onmessage = () => Reflect.get(window, 'stands')(String(performance.now()))
  const look = () => {
    if (!document.querySelector(shown)) return
    seeing.disconnect()
    // What is posted before a frame is laid out and painted arrives after it.
    requestAnimationFrame(() => painted.port2.postMessage(''))
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
  const stands = new Promise<number>(resolve =>
    session.once('Runtime.bindingCalled', ({ payload }) => resolve(Number(payload))),
  )
  await page.addInitScript(watch, SHOWN[name])
  await page.goto(`${url}/demo/host?persona=lab&tab=${name}&locale=fr-fr&theme=default`)
  const frame = page.frame({ url: new RegExp(`/tabs/${name}`) })
  if (!frame) throw new Error(`no tab ${name} was asked for`)
  const shownAt = await stands
  const weight = await frame.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .map(entry => entry as PerformanceResourceTiming)
      .filter(({ name }) => name.includes('/tabs/'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  )
  await page.close()
  return { seconds: shownAt / 1_000, weight }
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
    return { cold: first.seconds, second: second.seconds, again: third.seconds, weight: first.weight }
  } finally {
    await context.close()
  }
}
