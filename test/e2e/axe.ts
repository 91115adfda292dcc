import { AxeBuilder } from '@axe-core/playwright'
import type { Tab } from './window.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']

/** What axe finds in the tab as it stands: rule and element. */
export async function violations({ page }: Tab): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(RULES)
    .include(['#tab'])
    // Fluent's focus traps: hidden, focusable on purpose, and they hand the focus on. Microsoft treats the finding as
    // false (microsoft/tabster#288, microsoft/fluentui#27517) and its own scanner leaves them out.
    .exclude(['#tab', '[data-tabster-dummy]'])
    .analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}
