// Pictures of all screens, and what axe says of each: `npm run screenshots -- --help`.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { LANGUAGES, type Language, SIMPLE, wholeOf } from '../../../src/kernel/text/language.ts'
import { launch } from '../window.ts'
import { wear } from './check.ts'
import { shootDay } from './day.ts'
import { countFirstScreens, countOrganiserPages } from './first-screen.ts'
import { openFull } from './full.ts'
import { shootGuides } from './guides.ts'
import { hearAll } from './hearing.ts'
import { shoot } from './picture.ts'
import { shootRoom } from './room.ts'
import { openFirstDay, openUsual, type Scene, speak } from './scene.ts'
import type { Screen } from './screen.ts'
import { SCREENS } from './screens.ts'
import { shootSizes } from './sizes.ts'
import { STATES, type State } from './state.ts'
import { THEMES, visit } from './walk.ts'

const HELP = `npm run screenshots                    a few small pictures into docs/
npm run screenshots -- --all FOLDER    every screen in every state, theme and language at 360 and 1280 px
  --state usual|empty|full|error|offline
  --language fr|en|fr-simple           default fr
npm run screenshots -- --axe           what axe says of every screen in every theme, width and language, and what each loses
                                       when its text is doubled and spaced out; no pictures
  --language fr|en                     default both
npm run screenshots -- --sizes FOLDER  the tab of a Direction of 9, 32 and 500 people, in both languages, three themes and
                                       two widths
npm run screenshots -- --room FOLDER   each scene of the room's screen in three themes at 1280×720 and 1920×1080, and all of
                                       them at 320 px on one sheet, which is how they look at ten metres; --language, --only
npm run screenshots -- --day FOLDER    a workshop from its running order to the summary of its series, as the Lab', who leads the
                                       room and who is there see it, and on paper; --language, --only
npm run screenshots -- --count         headings, buttons, links, fields and words where each persona arrives: in the first
                                       screen (360 and 1280 by 800 px) and on the whole page; --language fr|en, default fr
npm run screenshots -- --count-pages   the same of each page of the organisers' tab and of the sheet opened most from it, without
                                       the list of sections; a link that looks like a button counts as one
--all and --axe take
  --only TEXT                          only the screens whose name begins so, or all of that tab
  --part 1/4                           of those, the first of four parts; two parts at once are as much as two cores do`

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
    part: { type: 'string', default: '1/1' },
    language: { type: 'string' },
    axe: { type: 'boolean', default: false },
    count: { type: 'boolean', default: false },
    'count-pages': { type: 'boolean', default: false },
    sizes: { type: 'string' },
    room: { type: 'string' },
    day: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
const language: Language = ([...LANGUAGES, SIMPLE] as const).find(known => known === values.language) ?? 'fr'
const [part = 1, parts = 1] = values.part.split('/').map(Number)
// Each part takes some of every kind: dialogs stand together in the list, and cost more than pages.
const chosen = SCREENS.filter(({ name, tab }) => name.startsWith(values.only) || tab === values.only).filter(
  (_, at) => at % parts === part - 1,
)

const SCENES: Readonly<Record<State, () => Promise<Scene>>> = {
  usual: openUsual,
  empty: openFirstDay,
  full: openFull,
  error: openUsual,
  offline: openUsual,
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
  await shootGuides(browser)
}

async function run(): Promise<number> {
  if (values.help) {
    process.stdout.write(`${HELP}\n`)
    return 0
  }
  const browser = await launch()
  try {
    if (values.axe) {
      const languages: readonly Language[] = values.language === undefined ? ['fr', 'en'] : [language]
      return (await hearAll(browser, chosen, languages)) === 0 ? 0 : 1
    }
    if (values.count) await countFirstScreens(browser, language)
    else if (values['count-pages']) await countOrganiserPages(browser, language)
    else if (values.sizes !== undefined) await shootSizes(browser, values.sizes)
    else if (values.room !== undefined)
      await shootRoom(browser, values.room, { language: wholeOf(language), only: values.only })
    else if (values.day !== undefined) await shootDay(browser, values.day, { language, only: values.only })
    else if (values.all === undefined) await shootDocs(browser)
    else await shootAll(browser, values.all)
    return 0
  } finally {
    await browser.close()
  }
}

process.exitCode = await run()
