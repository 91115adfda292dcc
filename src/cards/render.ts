import { fileURLToPath } from 'node:url'
import { Template } from 'adaptivecards-templating'
import { BUILT_IN } from '../i18n/partial.ts'
import { messageAt, type WordOverrides } from '../i18n/words.ts'
import type { TabLink } from '../kernel/requests/tab-link.ts'
import type { CardOf } from '../kernel/text/card.ts'
import { type Language, wholeOf } from '../kernel/text/language.ts'
import { createExpansion, type Expand } from './expansion.ts'
import type { FootPart, TabPart } from './parts.ts'
import { assemble, readTemplate } from './template.ts'

export type RenderedCard = { readonly type: 'AdaptiveCard' } & Readonly<Record<string, unknown>>

/** Renders a card. `extra` is merged into the data: the notice, and what the router adds. */
export type Render = (card: CardOf, language: Language, summary: string, extra?: object) => RenderedCard

export const CARDS_FOLDER = fileURLToPath(new URL('../../adaptiveCards', import.meta.url))

/** Whether the card was sent unasked: those carry the buttons by which to get fewer. */
function isMessage({ foot }: Partial<FootPart>): boolean {
  return (foot?.length ?? 0) > 0
}

/**
 * Makes the renderer. Compiled templates are cached by language: 0.03 ms a card, 10 to parse one. Data is expanded once
 * and never again, so that `${…}` typed by a person stays as it is. `overrides`: the programme's own texts;
 * `partials`: what languages have that lack some. Without `tabLink` no card links to a tab.
 */
export function createRender(
  overrides?: WordOverrides,
  tabLink?: TabLink,
  folder = CARDS_FOLDER,
  partials = BUILT_IN,
): Render {
  const word = (key: string, language: Language) => {
    const message = messageAt(key, language, overrides, partials)
    if (message === undefined) throw new Error(`a card names the word «${key}», which i18n does not have`)
    return message
  }
  const compiled = new Map<string, Expand>()
  const compile = (name: string, language: Language) => {
    const key = `${language} ${name}`
    const known = compiled.get(key)
    if (known) return known
    const read = (file: string) => readTemplate(folder, file)
    const made = createExpansion(() => new Template(assemble(read(name), read, text => word(text, language))))
    compiled.set(key, made)
    return made
  }
  // A link in a text, not a button: a card has six buttons at most, and acts in place come first.
  const tabLine = ({ inTab }: TabPart, language: Language) => {
    if (!inTab || !tabLink) return {}
    const words = inTab.words ?? word('tab.open', language)
    return { tabLine: `[${words}](${tabLink(inTab.tab, inTab.wanted)})` }
  }
  return (card, language, summary, extra = {}) => {
    const data = card.data as object
    const $root = { ...data, ...tabLine(data, language), ...extra }
    const body = compile(card.template, language)($root, isMessage(data)) as object
    return {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: wholeOf(language),
      fallbackText: summary,
      ...body,
    }
  }
}
