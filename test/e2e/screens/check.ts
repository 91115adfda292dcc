import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import type { Language } from '../../../src/kernel/text/language.ts'
import { violations } from '../axe.ts'
import { launch, type Tab } from '../window.ts'
import { lostInLargeText } from './large-text.ts'
import { openUsual, type Scene, speak } from './scene.ts'
import type { Screen } from './screen.ts'
import { THEMES, type Theme, visit, WIDTHS, type Width } from './walk.ts'

type Look = { readonly theme: Theme; readonly width: Width }

/** Changes the theme of Teams under the page. */
export async function wear({ page, tab }: Tab, theme: Theme): Promise<void> {
  await page.evaluate(name => {
    ;(globalThis as { teamsHost?: { setTheme(name: string): void } }).teamsHost?.setTheme(name)
  }, theme)
  await tab.locator(`html[data-theme=${theme}]`).waitFor({ state: 'attached' })
  // What changes colour does so little by little, from the next drawing on.
  await tab.locator('html').evaluate(async () => {
    for (let drawn = 0; drawn < 2; drawn++) await new Promise(requestAnimationFrame)
    const fading = document.getAnimations().filter(each => each instanceof CSSTransition)
    await Promise.all(fading.map(({ finished }) => finished.catch(() => {})))
  })
}

/** What everybody needs of what stands there: nothing for axe to say, no sideways scroll, no complaint. */
export async function faultsOf(window: Tab): Promise<readonly string[]> {
  const found = [...(await violations(window)), ...window.complaints]
  const wider = await window.overflow()
  // Under a dialog the page gives up its scroll bar's room.
  return wider > 0 ? [...found, `${wider} px wider than its window`] : found
}

/**
 * How the screen at place `at` is looked at in `language`: two looks of the twelve, so that every page meets two themes
 * and two widths in each language, and all screens together each pair of a theme and a width.
 */
function looksOf(at: number, language: Language): readonly Look[] {
  const from = at * 2 + (language === 'fr' ? 0 : 1)
  const look = (n: number): Look => ({
    theme: THEMES[n % THEMES.length] ?? 'default',
    width: WIDTHS[n % WIDTHS.length] ?? 360,
  })
  return [look(from), look(from + 5)]
}

type Looking = { readonly language: Language; readonly looks: readonly Look[]; readonly large?: boolean }

/** Looks at one screen as `looks` say, changing theme and width where it stands; then at a page in large text, if asked. */
export async function lookAt(
  browser: Browser,
  scene: Scene,
  screen: Screen,
  { language, looks, large = false }: Looking,
): Promise<readonly string[]> {
  const [first = { theme: 'default', width: 360 }, ...others] = looks
  const faults: string[] = []
  const window = await visit(browser, scene, screen, { ...first, language })
  try {
    for (const { theme, width } of [first, ...others]) {
      await window.page.setViewportSize({ width, height: 900 })
      await wear(window, theme)
      const found = await faultsOf(window)
      faults.push(...found.map(fault => `${screen.name}, ${language}, ${theme}, ${width} px: ${fault}`))
    }
    if (large) {
      await window.page.setViewportSize({ width: 1280, height: 900 })
      const lost = await lostInLargeText(window)
      faults.push(...lost.map(fault => `${screen.name}, ${language}, in large text: ${fault}`))
    }
  } finally {
    await window.close()
  }
  return faults
}

/** A suite that looks at each of `screens` in both languages. */
export function describeScreens(title: string, screens: readonly Screen[]): void {
  describe(title, function () {
    this.timeout(60_000)
    let browser: Browser
    let scene: Scene

    before(async () => {
      browser = await launch()
      scene = await openUsual()
    })
    after(async () => {
      await browser.close()
      await scene?.site.close()
    })

    for (const language of ['fr', 'en'] as const) {
      describe(`in ${language}`, () => {
        before(() => speak(scene, language))
        for (const [at, screen] of screens.entries()) {
          // A page in both, a dialog in one of them: `npm run screenshots -- --axe` tries every look of all.
          if (!screen.page && (at % 2 === 0) !== (language === 'fr')) continue
          it(`${screen.name} has nothing for axe to say, and fits, in large text too`, async () => {
            const looking = {
              language,
              looks: looksOf(at, language),
              large: screen.page && language === 'fr',
            }
            assert.deepEqual(await lookAt(browser, scene, screen, looking), [])
          })
        }
      })
    }
  })
}
