import type { Browser } from 'playwright-core'
import type { Language } from '../../../src/kernel/text/language.ts'
import { faultsOf, wear } from './check.ts'
import { lostInLargeText } from './large-text.ts'
import { openUsual, type Scene, speak } from './scene.ts'
import type { Screen } from './screen.ts'
import { THEMES, visit, WIDTHS } from './walk.ts'

type Heard = { readonly looks: number; readonly faults: readonly string[] }

/** What axe says in each theme and width, changed where the page stands. */
async function inAllLooks(
  browser: Browser,
  scene: Scene,
  screen: Screen,
  language: Language,
): Promise<Heard> {
  const faults: string[] = []
  const window = await visit(browser, scene, screen, { theme: 'default', width: 1280, language })
  for (const theme of THEMES)
    for (const width of WIDTHS) {
      await window.page.setViewportSize({ width, height: 900 })
      await wear(window, theme)
      for (const fault of await faultsOf(window)) faults.push(`${theme}, ${width} px: ${fault}`)
    }
  await window.close()
  return { looks: THEMES.length * WIDTHS.length, faults }
}

/** What large text loses on a wide window and on a phone. */
async function inLargeText(
  browser: Browser,
  scene: Scene,
  screen: Screen,
  language: Language,
): Promise<Heard> {
  const faults: string[] = []
  for (const width of [1280, 360] as const) {
    const window = await visit(browser, scene, screen, { theme: 'default', width, language })
    for (const lost of await lostInLargeText(window)) faults.push(`large text, ${width} px: ${lost}`)
    await window.close()
  }
  return { looks: 2, faults }
}

/** A screen that could not be reached is a fault of its own: the others are still looked at. */
async function hear(browser: Browser, scene: Scene, screen: Screen, language: Language): Promise<Heard> {
  try {
    const [all, large] = [
      await inAllLooks(browser, scene, screen, language),
      await inLargeText(browser, scene, screen, language),
    ]
    return { looks: all.looks + large.looks, faults: [...all.faults, ...large.faults] }
  } catch (fault) {
    return { looks: 0, faults: [`not reached: ${(fault as Error).message.split('\n')[0]}`] }
  }
}

/** Every screen of `screens` in every look; a line for each screen as it is done. @returns how many faults were found. */
export async function hearAll(
  browser: Browser,
  screens: readonly Screen[],
  languages: readonly Language[],
): Promise<number> {
  const scene = await openUsual()
  const begun = performance.now()
  let [looks, faults, done] = [0, 0, 0]
  for (const language of languages) {
    await speak(scene, language)
    for (const screen of screens) {
      const heard = await hear(browser, scene, screen, language)
      looks += heard.looks
      faults += heard.faults.length
      const at = `${++done}/${screens.length * languages.length}`
      const seconds = Math.round((performance.now() - begun) / 1_000)
      const lines = heard.faults.map(fault => `  ${fault}\n`).join('')
      process.stdout.write(`${at} ${seconds} s ${screen.name}, ${language}: ${heard.faults.length}\n${lines}`)
    }
  }
  await scene.site.close()
  process.stdout.write(`${screens.length} screens, ${looks} looks, ${faults} faults\n`)
  return faults
}
