import type { Browser, BrowserContextOptions, Page, Route } from 'playwright-core'
import type { Language } from '../../../src/kernel/text/language.ts'
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
  /** How often the room was read. */
  reads: number
}

export type Look = {
  readonly language?: Language
  readonly colorScheme?: 'light' | 'dark'
  readonly look?: 'light' | 'dark' | 'contrast'
  readonly width?: number
  readonly height?: number
  readonly paired?: boolean
  readonly motion?: BrowserContextOptions['reducedMotion']
}

async function answer(route: Route, shown: Shown, now: number, programme: ProgrammeView): Promise<void> {
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
    shown.reads++
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
      if (key) localStorage.setItem('room-screen', JSON.stringify({ key, until: end }))
      if (chosen) localStorage.setItem('room-look', chosen)
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
  const shown: Shown = { fixture, away: false, revoked: false, typed: false, reads: 0 }
  const spoken = { ...programme, language }
  await page.route('**/api/v1/screen/**', route => answer(route, shown, site.clock.now(), spoken))
  await prepare(page, paired, look.look, now + 10 * 3_600_000)
  await page.goto(`${site.url}/tabs/room`)
  if (paired) await page.locator(`[data-scene=${fixture.scene.kind}]`).waitFor()
  return {
    page,
    shown,
    complaints,
    /** Until what was resized is laid out anew. */
    settle: () =>
      page.evaluate(async () => {
        for (let drawn = 0; drawn < 4; drawn++) await new Promise(requestAnimationFrame)
      }),
    close: () => context.close(),
  }
}
