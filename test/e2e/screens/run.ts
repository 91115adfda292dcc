// Pictures of all screens, and what axe says of each: `npm run screenshots -- --help`.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { launch, type Tab } from '../window.ts'
import { faultsOf, wear } from './check.ts'
import { openFull } from './full.ts'
import { lostInLargeText } from './large-text.ts'
import { openFirstDay, openUsual, type Scene, speak } from './scene.ts'
import type { Screen } from './screen.ts'
import { SCREENS } from './screens.ts'
import { STATES, type State } from './state.ts'
import { THEMES, visit, WIDTHS } from './walk.ts'

const HELP = `npm run screenshots                    a few small pictures into docs/
npm run screenshots -- --all FOLDER    every screen in every state, theme and language at 360 and 1280 px
  --only TEXT                          only the screens whose name begins so, or all of that tab
  --state usual|empty|full|error|offline
  --language fr|en                     default fr
npm run screenshots -- --axe           what axe says of every screen in every theme, width and language, and what each loses
                                       when its text is doubled and spaced out; no pictures`

/** What stands in the documents: name of the file, screen, width and theme. */
const DOCS = [
  ['personal-tab', 'personal', 1280, 'default'],
  ['direction-tab', 'direction', 1280, 'dark'],
  ['organiser-tab', 'organiser', 1280, 'default'],
  ['gallery-tab', 'gallery', 1280, 'default'],
  ['phone', 'personal', 360, 'default'],
] as const

const { values } = parseArgs({
  options: {
    all: { type: 'string' },
    only: { type: 'string', default: '' },
    state: { type: 'string' },
    language: { type: 'string', default: 'fr' },
    axe: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const language = values.language === 'en' ? 'en' : 'fr'
const chosen = SCREENS.filter(({ name, tab }) => name.startsWith(values.only) || tab === values.only)

const SCENES: Readonly<Record<State, () => Promise<Scene>>> = {
  usual: openUsual,
  empty: openFirstDay,
  full: openFull,
  error: openUsual,
  offline: openUsual,
}

/** As tall as what it shows, the page or the dialog over it: a picture of the frame alone would cut it. */
async function shoot({ page, tab }: Tab, path: string): Promise<void> {
  const height = await tab.locator('html').evaluate(html => {
    const over = html.querySelector('.dialog-content')
    return over ? html.clientHeight + over.scrollHeight - over.clientHeight : html.scrollHeight
  })
  const { y: above = 0 } = (await page.locator('#tab').boundingBox()) ?? {}
  await page.setViewportSize({
    width: page.viewportSize()?.width ?? 1280,
    height: Math.min(height + Math.ceil(above), 6_000),
  })
  await page.locator('#tab').screenshot({ path })
}

async function shootIn(
  browser: Browser,
  scene: Scene,
  state: State,
  screen: Screen,
  folder: string,
): Promise<void> {
  for (const width of [1280, 360] as const) {
    const window = await STATES[state](browser, scene, screen, { theme: 'default', width, language })
    for (const theme of THEMES) {
      await window.page.setViewportSize({ width, height: 900 })
      await wear(window, theme)
      await shoot(window, join(folder, `${screen.name}-${state}-${width}-${theme}-${language}.png`))
    }
    await window.close()
  }
}

async function shootAll(browser: Browser, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const states = values.state === undefined ? (Object.keys(STATES) as State[]) : [values.state as State]
  for (const state of states) {
    const scene = await SCENES[state]()
    await speak(scene, language)
    for (const screen of chosen)
      if (state === 'usual' || screen.page)
        await shootIn(browser, scene, state, screen, folder).catch((fault: Error) => {
          process.stdout.write(`${screen.name}, ${state}: ${fault.message.split('\n')[0]}\n`)
        })
    await scene.site.close()
  }
}

async function shootDocs(browser: Browser): Promise<void> {
  const scene = await openUsual()
  await speak(scene, 'fr')
  for (const [file, name, width, theme] of DOCS) {
    const screen = SCREENS.find(each => each.name === name)
    if (!screen) throw new Error(`no screen is called ${name}`)
    const window = await visit(browser, scene, screen, { theme, width, language: 'fr' })
    await window.page.locator('#tab').screenshot({ path: join('docs', `${file}.png`) })
    await window.close()
  }
  await scene.site.close()
}

/** What large text loses on a wide window and on a phone. */
async function largeTextFaults(
  browser: Browser,
  scene: Scene,
  screen: Screen,
  spoken: 'fr' | 'en',
): Promise<readonly string[]> {
  const faults: string[] = []
  for (const width of [1280, 360] as const) {
    const window = await visit(browser, scene, screen, { theme: 'default', width, language: spoken })
    const lost = await lostInLargeText(window)
    faults.push(...lost.map(each => `${screen.name}, ${spoken}, large text, ${width} px: ${each}`))
    await window.close()
  }
  return faults
}

async function hearAxe(browser: Browser): Promise<number> {
  const scene = await openUsual()
  let [looks, faults] = [0, 0]
  for (const spoken of ['fr', 'en'] as const) {
    await speak(scene, spoken)
    for (const screen of chosen) {
      const window = await visit(browser, scene, screen, { theme: 'default', width: 1280, language: spoken })
      for (const theme of THEMES)
        for (const width of WIDTHS) {
          await window.page.setViewportSize({ width, height: 900 })
          await wear(window, theme)
          const found = await faultsOf(window)
          looks++
          faults += found.length
          for (const fault of found)
            process.stdout.write(`${screen.name}, ${spoken}, ${theme}, ${width} px: ${fault}\n`)
        }
      await window.close()
      const lost = await largeTextFaults(browser, scene, screen, spoken)
      looks += 2
      faults += lost.length
      for (const each of lost) process.stdout.write(`${each}\n`)
    }
  }
  await scene.site.close()
  process.stdout.write(`${chosen.length} screens, ${looks} looks, ${faults} faults\n`)
  return faults === 0 ? 0 : 1
}

async function run(): Promise<number> {
  if (values.help) {
    process.stdout.write(`${HELP}\n`)
    return 0
  }
  const browser = await launch()
  try {
    if (values.axe) return await hearAxe(browser)
    if (values.all === undefined) await shootDocs(browser)
    else await shootAll(browser, values.all)
    return 0
  } finally {
    await browser.close()
  }
}

process.exitCode = await run()
