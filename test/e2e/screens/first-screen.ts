import type { Browser } from 'playwright-core'
import type { Language } from '../../../src/kernel/text/language.ts'
import { MAELLE } from '../../support/sign-in/cast.ts'
import type { Tab } from '../window.ts'
import { openUsual, type Scene, speak, VIEWERS } from './scene.ts'
import type { Screen } from './screen.ts'
import { SCREENS } from './screens.ts'
import { visit } from './walk.ts'

/** Where each persona arrives: what the page is called in the list of screens. */
const ARRIVALS = [
  ['agent', 'personal'],
  ['agent, first visit', 'personal-first'],
  ['pilot', 'personal-pilot'],
  ['pilot’s cockpit', 'personal-cockpit'],
  ['manager', 'direction'],
  ['agent in a Direction’s tab', 'direction-agent'],
  ['organiser', 'organiser'],
  ['observer', 'observer-start'],
  ['observer, personal tab', 'personal-observer'],
  ['gallery', 'gallery'],
] as const
/** Whom the day of the workshop finds leading its room; last, since that changes what others see of it. */
const LEADS: Screen = { name: 'personal-facilitator', tab: 'personal', who: 'facilitator' }

const WIDTHS = [360, 1280] as const
/** Of a window: a phone’s, and a small laptop’s under the browser’s own bars (px). */
const HEIGHT = 800

const KINDS = {
  headings: 'h1, h2, h3, h4, h5, h6, [role=heading]',
  buttons: 'button, summary, [role=button], [role=tab], [role=menuitem]',
  links: 'a[href]',
  fields: 'input, select, textarea',
  words: '',
} as const
const NAMES = ['headings', 'buttons', 'links', 'fields', 'words'] as const

/** Each thing that is drawn: its kind, and whether it is seen without scrolling. Text for screen readers alone is left out. */
type Drawn = { readonly kind: string; readonly first: boolean }

function drawnIn({ tab }: Tab): Promise<readonly Drawn[]> {
  // No function with a name: what compiles this would call a helper of its own that the page has not.
  return tab.locator('html').evaluate((html, kinds) => {
    const hidden = '.unseen, [aria-hidden=true], svg, option'
    const found: { kind: string; part: Element | Range }[] = Object.entries(kinds).flatMap(
      ([kind, selector]) =>
        selector === ''
          ? []
          : [...html.querySelectorAll(selector)]
              .filter(part => !part.closest(hidden) && part.checkVisibility())
              .map(part => ({ kind, part })),
    )
    const texts = document.createTreeWalker(html.querySelector('body') ?? html, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const { currentNode: node } = texts
      if (!node.parentElement?.checkVisibility() || node.parentElement.closest(hidden)) continue
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)) {
        const part = document.createRange()
        part.setStart(node, index)
        part.setEnd(node, index + word.length)
        found.push({ kind: 'words', part })
      }
    }
    return found.flatMap(({ kind, part }) => {
      const box = part.getBoundingClientRect()
      const first = box.bottom > 0 && (box.top + box.bottom) / 2 < innerHeight
      return box.width > 1 ? [{ kind, first }] : []
    })
  }, KINDS)
}

/** Scrolls to the end and back, for what comes only when it is near. */
async function unroll({ tab, page }: Tab): Promise<void> {
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 1280, height: 8_000 })
  await tab.locator('html:not(:has([aria-busy=true]))').waitFor()
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 1280, height: HEIGHT })
  await tab.locator('html').evaluate(async html => {
    html.scrollTop = 0
    for (let drawn = 0; drawn < 3; drawn++) await new Promise(requestAnimationFrame)
  })
}

/** Gives today's workshop somebody who leads its room. */
async function lead({ site, workshop }: Scene): Promise<void> {
  const { tenant, objectId, name } = VIEWERS.facilitator
  const { id: person } = await site.stage.app.people.greet({ tenant, objectId, name, language: 'fr' })
  await site.api(MAELLE).put(`/workshops/${workshop}/facilitators`, { person, table: null })
}

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |\n`
const counted = (drawn: readonly Drawn[]) =>
  NAMES.map(name => drawn.filter(({ kind }) => kind === name).length)

/** Prints a table of what each persona meets first: headings, buttons, links, fields and words. */
export async function countFirstScreens(browser: Browser, language: Language): Promise<void> {
  const scene = await openUsual()
  await speak(scene, language)
  const columns = ['persona', 'px', 'part', ...NAMES]
  process.stdout.write(row(columns) + row(columns.map(() => '---')))
  const count = async (persona: string, screen: Screen) => {
    for (const width of WIDTHS) {
      const window = await visit(browser, scene, screen, { theme: 'default', width, language })
      await unroll(window)
      const drawn = await drawnIn(window)
      const first = counted(drawn.filter(each => each.first))
      process.stdout.write(row([persona, width, 'first screen', ...first]))
      process.stdout.write(row([persona, width, 'whole page', ...counted(drawn)]))
      await window.close()
    }
  }
  for (const [persona, name] of ARRIVALS) {
    const screen = SCREENS.find(each => each.name === name)
    if (!screen) throw new Error(`no screen is called ${name}`)
    await count(persona, screen)
  }
  await lead(scene)
  await count('facilitator on the day', LEADS)
  await scene.site.close()
}
