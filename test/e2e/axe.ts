import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { RunOptions } from 'axe-core'
import type { Frame } from 'playwright-core'
import type { Tab } from './window.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
  resultTypes: ['violations'],
}
// Fluent's focus traps: hidden, focusable on purpose, and they hand the focus on. Microsoft treats the finding as
// false (microsoft/tabster#288, microsoft/fluentui#27517) and its own scanner leaves them out.
const LEFT_OUT = ['[data-tabster-dummy]']

// Colours on their way from one theme to another are of neither, and a page that was just turned is not laid out yet.
const STILL = `new Promise(frame => requestAnimationFrame(() => requestAnimationFrame(frame))).then(() =>
  Promise.allSettled(
    document.getAnimations().filter(one => one instanceof CSSTransition).map(({ finished }) => finished)))`

/**
 * What axe finds in the tab as it stands: rule and element. It is asked within the tab's own frame: four times as fast;
 * and read once in each page, however often that is looked at.
 */
export async function violations({ page }: Pick<Tab, 'page'>): Promise<string[]> {
  const frame = page.frames().find(each => each.parentFrame() !== null)
  if (!frame) throw new Error('no tab is open')
  return violationsIn(frame)
}

/** The same of a page that stands by itself, or of one frame. */
export async function violationsIn(frame: Frame): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(AXE)
  await frame.evaluate(STILL)
  return frame.evaluate(
    async ({ options, exclude }) => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
      const { violations } = await axe.run({ exclude }, options)
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
    },
    { options: OPTIONS, exclude: LEFT_OUT },
  )
}
