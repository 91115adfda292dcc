import { readFileSync } from 'node:fs'
import { type Browser, type FrameLocator, chromium as launcher, type Page } from 'playwright-core'
import { chromium, windowlessChromium } from '../support/machine/machine.ts'
import type { Person } from '../support/sign-in/cast.ts'
import type { Site } from './site.ts'

const TEAMS = 'https://teams.microsoft.com'
const HOST = new URL('../../src/demo/host/', import.meta.url)
// Of the features left out, without the first a page of a public name may not frame one of this machine; the others are
// two pages of the browser's own that each new window would begin for its address bar, a third of all that opening a tab
// takes. Chromium heeds the last of several such flags alone. The rest keeps it from calling home.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=LocalNetworkAccessChecks,WebUIOmniboxPopup,WebUIOmniboxAimPopup,Translate',
]

type Launch = {
  /** They take room, as on most desktops. */
  readonly scrollBars?: true
  /** Environment of a desktop where it has windows, read out by whatever reads there. */
  readonly desktop?: NodeJS.ProcessEnv
}

export function launch({ scrollBars, desktop }: Launch = {}): Promise<Browser> {
  const executablePath = desktop ? chromium() : windowlessChromium()
  if (!executablePath) throw new Error('Chromium is needed for these tests: see CONTRIBUTING.md')
  const ignoreDefaultArgs = scrollBars ? ['--hide-scrollbars'] : []
  if (!desktop) return launcher.launch({ executablePath, args: FLAGS, ignoreDefaultArgs })
  const args = [...FLAGS, '--force-renderer-accessibility']
  return launcher.launch({ executablePath, args, headless: false, env: desktop as Record<string, string> })
}

/** Where the pages are, and who signs people in. */
export type Served = Pick<Site, 'url' | 'tokenOf'>

type Options = {
  readonly tab?: 'personal' | 'direction' | 'organiser' | 'gallery' | 'config'
  /** The Direction of a channel's tab. */
  readonly direction?: string
  /** Added to a chat, not to a channel. */
  readonly chat?: true
  /** The workshop that a meeting follows: the tab is its side panel, beside its stage. */
  readonly meeting?: string
  /** Whether the app may share to the meeting's stage; it may by default. */
  readonly consent?: 'yes' | 'no' | 'lost'
  /** What a deep link into the tab asked for. */
  readonly wanted?: string
  readonly theme?: 'default' | 'dark' | 'contrast'
  readonly width?: number
  /** Pressed by a finger, on a phone. */
  readonly touch?: boolean
  /** What Teams gives in place of the person's token. */
  readonly token?: string
  /** What the page's clock shows (ms), when that matters: it then has no `performance` to measure with. */
  readonly now?: number
  /** The same for a clock that runs on from there, and that `page.clock` can move. */
  readonly from?: number
  /** The person opened each section of the personal tab here before. */
  readonly unfolded?: true
  /** Has its say before anything is asked for. */
  readonly first?: (page: Page) => Promise<unknown>
}

/** The simulated host's files as Teams' own, so that the bundle and its policy are those of production. */
async function routeHost(page: Page, site: Served, person: Person, given?: string): Promise<void> {
  await page.route('https://res.cdn.office.net/**', route => route.fulfill({ json: { validOrigins: [] } }))
  await page.route(`${TEAMS}/demo/token`, async route =>
    route.fulfill({ json: { token: given ?? (await site.tokenOf(person)) } }),
  )
  await page.route(`${TEAMS}/demo/host**`, route => {
    const html = readFileSync(new URL('host.html', HOST), 'utf8').replace(
      'data-tabs=""',
      `data-tabs="${site.url}"`,
    )
    return route.fulfill({ contentType: 'text/html', body: html })
  })
  for (const [name, contentType] of [
    ['host.js', 'text/javascript'],
    ['host.css', 'text/css'],
  ] as const) {
    const body = readFileSync(new URL(name, HOST), 'utf8')
    await page.route(`${TEAMS}/demo/host/${name}`, route => route.fulfill({ contentType, body }))
  }
}

/** The name of what holds the focus in the tab: its label, else its text; empty while nothing there does. */
function nameOfFocus(tab: FrameLocator): Promise<string> {
  return tab.locator('html').evaluate(({ ownerDocument: { activeElement: held } }) => {
    if (!held || held.localName === 'body') return ''
    const { labels } = held as HTMLInputElement
    return held.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? held.textContent ?? ''
  })
}

/** Sections of the personal tab that fold. */
const FOLDS = ['workshops', 'ballots', 'my-ideas', 'steps', 'initiatives', 'ideas']

/** What each page shows first once it has what it needs. */
export const READY = {
  personal: '#root .axes',
  direction: '#root .page-body:not([aria-hidden])',
  organiser: '#root .organiser[aria-busy=false]:not(:has(.bone))',
  gallery: '#root .gallery[aria-busy=false]',
  config: '.config',
}

/** Opens a tab, the personal one by default, as `person` in a window of its own. */
export async function openTab(browser: Browser, site: Served, person: Person, options: Options = {}) {
  const { theme = 'default', width = 1100, now, from, tab: name = 'personal' } = options
  const { unfolded, direction, wanted, token, first, touch = false, chat, meeting, consent } = options
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: person.locale,
    ...(touch && { hasTouch: true, isMobile: true }),
    // A dialog that is still fading in has colours of no theme: axe would measure those.
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  if (now !== undefined) await page.clock.setFixedTime(now)
  if (from !== undefined) await page.clock.install({ time: from })
  const complaints: string[] = []
  page.on('console', message => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(error.message))
  if (unfolded)
    await page.addInitScript(
      folds => localStorage.setItem('folds', folds),
      JSON.stringify(Object.fromEntries(FOLDS.map(name => [name, true]))),
    )
  await routeHost(page, site, person, token)
  await first?.(page)
  const query = new URLSearchParams({
    tab: name,
    theme,
    locale: person.locale.toLowerCase(),
    user: person.objectId,
  })
  if (direction !== undefined) query.set('direction', direction)
  if (wanted !== undefined) query.set('sub', wanted)
  if (chat) query.set('chat', '1')
  if (meeting !== undefined) query.set('meeting', meeting)
  if (consent !== undefined) query.set('consent', consent)
  await page.goto(`${TEAMS}/demo/host?${query}`)
  const tab = page.frameLocator('#tab')
  return {
    page,
    tab,
    /** What a meeting sees on its stage. */
    stage: page.frameLocator('#stage'),
    /** Breaches of the content security policy, and errors that nobody caught. */
    complaints,
    /** Resolves once the page itself stands: what it showed the last time looks like it. */
    async ready() {
      await tab.locator('#glimpse').waitFor({ state: 'detached' })
      await tab.locator(READY[name]).waitFor()
      await tab.locator('#glimpse').waitFor({ state: 'detached' })
    },
    focus: () => nameOfFocus(tab),
    /** Waits until something whose name begins so holds the focus. */
    async focused(name: string) {
      const late = Date.now() + 15_000
      while (!(await nameOfFocus(tab)).startsWith(name)) {
        if (Date.now() > late)
          throw new Error(`the focus is on «${await nameOfFocus(tab)}», not on «${name}»`)
      }
    },
    /** How many pixels the tab is wider than its window. */
    overflow: () => tab.locator('html').evaluate(html => html.scrollWidth - html.clientWidth),
    /** What the live region says. */
    said: async () => (await tab.locator('[role=status]').textContent()) ?? '',
    close: () => context.close(),
  }
}

export type Tab = Awaited<ReturnType<typeof openTab>>

/** Presses Tab until something whose name begins so holds the focus. */
export async function tabTo({ page, focus }: Tab, name: string): Promise<void> {
  for (let press = 0; press < 80; press++) {
    await page.keyboard.press('Tab')
    if ((await focus()).startsWith(name)) return
  }
  throw new Error(`no «${name}» among 80 stops`)
}

/** Waits until the live region says `text`. */
export async function heard({ tab }: Tab, text: string | RegExp): Promise<void> {
  const region = tab.locator('[role=status]')
  await region.getByText(text, { exact: true }).waitFor({ state: 'attached' })
}
