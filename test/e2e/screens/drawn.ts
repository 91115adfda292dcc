import type { Browser, Locator } from 'playwright-core'
import type { Language } from '../../../src/kernel/text/language.ts'
import type { Tab } from '../window.ts'
import type { Scene } from './scene.ts'
import type { Screen } from './screen.ts'
import { visit } from './walk.ts'

const WIDTHS = [360, 1280] as const
/** Of a window: a phone’s, and a small laptop’s under the browser’s own bars (px). */
const HEIGHT = 800

export const KINDS = {
  headings: 'h1, h2, h3, h4, h5, h6, [role=heading]',
  buttons: 'button, summary, [role=button], [role=tab], [role=menuitem]',
  links: 'a[href]',
  fields: 'input, select, textarea',
} as const
/** Inside one page of a tab: a link that looks like a button counts as one. */
const PAGE_KINDS = {
  ...KINDS,
  buttons: `${KINDS.buttons}, a.link-button`,
  links: 'a[href]:not(.link-button)',
} as const
/** A word, and the mark with which a sentence ends. */
export const TEXTS = {
  words: /[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu,
  sentences: /[.?!…](?=[\s»”)]|$)/gu,
} as const
/** What is counted: everything that is drawn, or a page without the tab's sections around it. */
export type Part = 'html' | 'main'
const NAMES = ['headings', 'buttons', 'links', 'fields', 'words'] as const

/** Each thing that is drawn: its kind, where its middle is on the page (px), and whether it is seen without scrolling. */
export type Drawn = { readonly kind: string; readonly at: number; readonly first: boolean }

/** What is drawn in `part`. Text for screen readers alone is left out. */
export function drawnIn(part: Locator, kinds: Readonly<Record<string, string>>): Promise<readonly Drawn[]> {
  const texts = Object.entries(TEXTS).map(([kind, { source }]) => [kind, source] as const)
  // No function with a name: what compiles this would call a helper of its own that the page has not.
  return part.evaluate(
    (root, [kinds, marks]) => {
      const hidden = '.unseen, [aria-hidden=true], svg, option'
      const found: { kind: string; part: Element | Range }[] = Object.entries(kinds).flatMap(
        ([kind, selector]) =>
          [...root.querySelectorAll(selector)]
            .filter(part => !part.closest(hidden) && part.checkVisibility())
            .map(part => ({ kind, part })),
      )
      const texts = document.createTreeWalker(root.querySelector('body') ?? root, NodeFilter.SHOW_TEXT)
      while (texts.nextNode()) {
        const { currentNode: node } = texts
        if (!node.parentElement?.checkVisibility() || node.parentElement.closest(hidden)) continue
        for (const [kind, mark] of marks)
          for (const { 0: text, index } of (node.textContent ?? '').matchAll(new RegExp(mark, 'gu'))) {
            const part = document.createRange()
            part.setStart(node, index)
            part.setEnd(node, index + text.length)
            found.push({ kind, part })
          }
      }
      return found.flatMap(({ kind, part }) => {
        const box = part.getBoundingClientRect()
        const middle = (box.top + box.bottom) / 2
        const first = box.bottom > 0 && middle < innerHeight
        return box.width > 1 ? [{ kind, at: middle + document.documentElement.scrollTop, first }] : []
      })
    },
    [kinds, texts] as const,
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
    const drawn = await drawnIn(window.tab.locator(part), part === 'html' ? KINDS : PAGE_KINDS)
    const first = counted(drawn.filter(each => each.first))
    process.stdout.write(row([name, width, 'first screen', ...first]))
    process.stdout.write(row([name, width, 'whole page', ...counted(drawn)]))
    await window.close()
  }
}
