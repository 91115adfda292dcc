import type { Browser, Page } from 'playwright-core'
import { type Key, messageAt } from '../../../src/i18n/words.ts'
import type { Language } from '../../../src/kernel/text/language.ts'
import { openTab, type Tab } from '../window.ts'
import { type Scene, VIEWERS } from './scene.ts'
import type { Hand, Screen } from './screen.ts'

export const THEMES = ['default', 'dark', 'contrast'] as const
export type Theme = (typeof THEMES)[number]
/** px; the first and third as the smallest phone and a tablet. */
export const WIDTHS = [320, 360, 768, 1280] as const
export type Width = (typeof WIDTHS)[number]

function handOn(window: Tab, language: Language): Hand {
  const say = (key: Key) => (messageAt(key, language) ?? key).split('{')[0] ?? ''
  const button = (key: Key) => {
    // A name has plain spaces where the words have none that breaks.
    const start = say(key)
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\s/g, '\\s')
    return window.tab.getByRole('button', { name: new RegExp(`^${start}`) }).first()
  }
  return { window, tab: window.tab, say, button, press: key => button(key).click() }
}

/** Until nothing on the page, nor in a dialog over it, is still being read. */
export async function still({ tab }: Tab): Promise<void> {
  await tab.locator('html:not(:has([aria-busy=true]))').waitFor()
}

export type Look = {
  readonly theme: Theme
  readonly width: Width
  readonly language: Language
  readonly touch?: boolean
}

/** Opens `screen` as its viewer sees it, whatever then comes; `first` has its say before anything is asked for. */
export async function begin(
  browser: Browser,
  { site, ...ids }: Scene,
  { who, tab, wanted }: Screen,
  { language: _, ...look }: Look,
  first?: (page: Page) => Promise<unknown>,
): Promise<Tab> {
  const asked = wanted?.({ site, ...ids })
  return openTab(browser, site, VIEWERS[who], {
    tab,
    ...look,
    from: site.clock.now(),
    ...(asked !== undefined && { wanted: asked }),
    ...(tab === 'direction' && { direction: 'mobilites' }),
    ...(first && { first }),
  })
}

/** Opens `screen` as its viewer sees it, and goes to what is meant. The viewer's language must be set before. */
export async function visit(browser: Browser, scene: Scene, screen: Screen, look: Look): Promise<Tab> {
  const { ready, open } = screen
  const window = await begin(browser, scene, screen, look)
  await (ready === undefined ? window.ready() : window.tab.locator(ready).first().waitFor())
  await still(window)
  if (open) {
    await open(handOn(window, look.language))
    await still(window)
  }
  return window
}
