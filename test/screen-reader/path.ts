import { type Words, wordsIn } from '../../src/i18n/words.ts'
import type { WholeLanguage } from '../../src/kernel/text/language.ts'
import type { Site } from '../e2e/site.ts'
import { launch, openTab } from '../e2e/window.ts'
import type { Person } from '../support/sign-in/cast.ts'
import { CONTENT, type Content } from './content.ts'
import { openDesktop } from './desktop.ts'
import { type Listening, listen, type Passage } from './listening.ts'
import { startReader } from './reader.ts'

/** What one path told, and which of the facts that must hold did not. */
export type Told = { readonly passages: readonly Passage[]; readonly faults: readonly string[] }

export type Path = {
  /** A site on which there is something to do, and who does it. */
  readonly open: (language: WholeLanguage) => Promise<{
    readonly site: Site
    readonly who: Person
    readonly options: NonNullable<Parameters<typeof openTab>[3]>
  }>
  readonly follow: (at: Listening, words: Words, content: Content, site: Site) => Promise<void>
}

/** The same person, in whichever language. */
export const inLanguage = (who: Person, language: WholeLanguage): Person => ({
  ...who,
  locale: language === 'fr' ? 'fr-FR' : 'en-GB',
})

/** Follows a path on a desktop of its own. What keeps it from its end is one more fault. */
export async function tell(path: Path, language: WholeLanguage): Promise<Told> {
  const desktop = await openDesktop(language)
  try {
    const reader = await startReader(desktop)
    const { site, who, options } = await path.open(language)
    const browser = await launch({ desktop: desktop.env })
    const window = await openTab(browser, site, who, options)
    const at = listen(reader, window, desktop.env)
    await reader.heard(window.ready)
    // What Teams has around a page is its own to say.
    await window.page.locator('header').evaluate(header => header.remove())
    await at.enter()
    try {
      await path.follow(at, wordsIn(language, 'Europe/Paris'), CONTENT[language], site)
    } catch (thrown) {
      at.faults.push(thrown instanceof Error ? thrown.message : String(thrown))
    }
    await browser.close()
    await site.close()
    return at
  } finally {
    await desktop.stop()
  }
}
