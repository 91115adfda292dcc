import type { Browser, BrowserContextOptions, Page, Route } from 'playwright-core'
import type { WholeLanguage } from '../../../src/kernel/text/language.ts'
import { SECOND } from '../../../src/kernel/time/clock.ts'
import type { ProgrammeView } from '../../../src/tabs/contract/programme/programme.ts'
import type { ClaimView, PairingView } from '../../../src/tabs/contract/room/pairing.ts'
import type { RoomView } from '../../../src/tabs/contract/room/room.ts'
import type { WallView } from '../../../src/tabs/contract/room/wall.ts'
import { MAELLE } from '../../support/sign-in/cast.ts'
import type { Site } from '../site.ts'
import { type RoomFixture, roomView } from './fixtures.ts'

const KEY = 'key-of-the-screen'
const NO_KEY = { status: 401, json: { status: 401, code: 'sign-in', title: 'Non.' } }

/** What the door of a screen answers in place of the product, while a test decides what a room is shown. */
export type Shown = {
  fixture: RoomFixture
  /** The server does not answer. */
  away: boolean
  /** The key was taken back. */
  revoked: boolean
  /** Somebody typed the code. */
  typed: boolean
  /** The server's time (ms): it goes by with the page's. */
  now: number
}

export type Look = {
  readonly language?: WholeLanguage
  readonly colorScheme?: 'light' | 'dark'
  readonly look?: 'light' | 'dark' | 'contrast'
  readonly width?: number
  readonly height?: number
  readonly paired?: boolean
  /** Until when its key holds (ms). */
  readonly until?: number
  /** There is no network from the start. */
  readonly away?: boolean
  readonly motion?: BrowserContextOptions['reducedMotion']
}

async function answer(route: Route, shown: Shown, programme: ProgrammeView): Promise<void> {
  const { now } = shown
  const request = route.request()
  const { pathname } = new URL(request.url())
  const path = pathname.replace('/api/v1/screen', '')
  if (shown.away) return route.abort('internetdisconnected')
  if (path === '/pairings') {
    const json: PairingView = { code: 'K7PM42', secret: 'secret', until: now + 120_000 }
    return route.fulfill({ json })
  }
  if (path === '/pairings/claim') {
    const json: ClaimView = shown.typed
      ? { state: 'paired', key: KEY, workshop: 'w1', until: now + 10 * 3_600_000 }
      : { state: 'waiting' }
    return route.fulfill({ json })
  }
  if (shown.revoked || request.headers().authorization !== `Screen ${KEY}`) return route.fulfill(NO_KEY)
  if (path === '/room') {
    const json: RoomView = roomView(shown.fixture, programme, now)
    return route.fulfill({ json })
  }
  if (path === '/wall') {
    const json: WallView = { revision: '1', whole: true, ideas: shown.fixture.ideas ?? [], gone: [] }
    return route.fulfill({ json })
  }
  // No stream: the page then reads at intervals.
  return route.fulfill({ status: 503, json: { status: 503, code: 'unavailable', title: 'Plus tard.' } })
}

async function prepare(page: Page, paired: boolean, look: Look['look'], until: number): Promise<void> {
  await page.addInitScript(
    ([key, end, chosen]) => {
      if (key && !sessionStorage.getItem('begun'))
        localStorage.setItem('room-screen', JSON.stringify({ key, until: end }))
      if (chosen) localStorage.setItem('room-look', chosen)
      sessionStorage.setItem('begun', 'yes')
    },
    [paired && KEY, until, look] as const,
  )
}

/** Opens the page of a room's screen on a projector of its own. */
export async function openScreen(browser: Browser, site: Site, fixture: RoomFixture, look: Look = {}) {
  const { language = 'fr', width = 1280, height = 720, paired = true } = look
  const programme = await site.api(MAELLE).get<ProgrammeView>('/programme')
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    colorScheme: look.colorScheme ?? 'light',
    reducedMotion: look.motion ?? 'reduce',
  })
  const page = await context.newPage()
  const now = site.clock.now()
  await page.clock.install({ time: now })
  const complaints: string[] = []
  page.on('console', message => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(error.message))
  const shown: Shown = { fixture, away: look.away ?? false, revoked: false, typed: false, now }
  const spoken = { ...programme, language }
  await page.route('**/api/v1/screen/**', route => answer(route, shown, spoken))
  await prepare(page, paired, look.look, look.until ?? now + 10 * 3_600_000)
  await page.goto(`${site.url}/tabs/room`)
  if (paired && !look.away) await page.locator(`[data-scene=${fixture.scene.kind}]`).waitFor()
  return {
    page,
    shown,
    complaints,
    /** Time goes by for the page and its server, in steps in which what is due is done. */
    async pass(ms: number) {
      for (let gone = 0; gone < ms; gone += SECOND) {
        shown.now += Math.min(SECOND, ms - gone)
        await page.clock.runFor(Math.min(SECOND, ms - gone))
      }
    },
    /** The same while the page sleeps. */
    async sleep(ms: number) {
      shown.now += ms
      await page.clock.fastForward(ms)
    },
    /** Until what was resized is laid out anew. */
    settle: () =>
      page.evaluate(async () => {
        for (let drawn = 0; drawn < 4; drawn++) await new Promise(requestAnimationFrame)
      }),
    close: () => context.close(),
  }
}
