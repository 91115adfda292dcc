import type { Browser } from 'playwright-core'
import type { Language } from '../../../src/kernel/text/language.ts'
import type { Tab } from '../window.ts'
import type { Scene } from './scene.ts'
import type { Screen } from './screen.ts'
import { visit } from './walk.ts'

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
/** Inside one page of a tab: a link that looks like a button counts as one. */
const PAGE_KINDS = {
  ...KINDS,
  buttons: `${KINDS.buttons}, a.link-button`,
  links: 'a[href]:not(.link-button)',
} as const
/** What is counted: everything that is drawn, or a page without the tab's sections around it. */
export type Part = 'html' | 'main'
const NAMES = ['headings', 'buttons', 'links', 'fields', 'words'] as const

/** Each thing that is drawn: its kind, and whether it is seen without scrolling. Text for screen readers alone is left out. */
type Drawn = { readonly kind: string; readonly first: boolean }

function drawnIn({ tab }: Tab, part: Part): Promise<readonly Drawn[]> {
  // No function with a name: what compiles this would call a helper of its own that the page has not.
  return tab.locator(part).evaluate(
    (root, kinds) => {
      const hidden = '.unseen, [aria-hidden=true], svg, option'
      const found: { kind: string; part: Element | Range }[] = Object.entries(kinds).flatMap(
        ([kind, selector]) =>
          selector === ''
            ? []
            : [...root.querySelectorAll(selector)]
                .filter(part => !part.closest(hidden) && part.checkVisibility())
                .map(part => ({ kind, part })),
      )
      const texts = document.createTreeWalker(root.querySelector('body') ?? root, NodeFilter.SHOW_TEXT)
      while (texts.nextNode()) {
        const { currentNode: node } = texts
        if (!node.parentElement?.checkVisibility() || node.parentElement.closest(hidden)) continue
        for (const { 0: word, index } of (node.textContent ?? '').matchAll(
          /[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu,
        )) {
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
    },
    part === 'html' ? KINDS : PAGE_KINDS,
  )
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

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |\n`
const counted = (drawn: readonly Drawn[]) =>
  NAMES.map(name => drawn.filter(({ kind }) => kind === name).length)

/** Prints the head of a table of what is drawn; `of`: what its first column names. */
export function printHead(of: string): void {
  const columns = [of, 'px', 'part', ...NAMES]
  process.stdout.write(row(columns) + row(columns.map(() => '---')))
}

type Counted = {
  readonly screen: Screen
  readonly language: Language
  readonly name?: string
  readonly part?: Part
}

/** Prints what `screen` shows at each width: in the window, and on the whole page. */
export async function printDrawn(
  browser: Browser,
  scene: Scene,
  { screen, language, name = screen.name, part = 'html' }: Counted,
): Promise<void> {
  for (const width of WIDTHS) {
    const window = await visit(browser, scene, screen, { theme: 'default', width, language })
    await unroll(window)
    const drawn = await drawnIn(window, part)
    const first = counted(drawn.filter(each => each.first))
    process.stdout.write(row([name, width, 'first screen', ...first]))
    process.stdout.write(row([name, width, 'whole page', ...counted(drawn)]))
    await window.close()
  }
}
