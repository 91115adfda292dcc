import { type PartialLanguage, SIMPLE } from '../kernel/text/language.ts'
import simple from './fr-simple.json' with { type: 'json' }

/** What a language has of the texts. */
export type PartialCatalogue = {
  /** As it calls itself. */
  readonly name: string
  /** BCP 47 tag whose rules choose its plurals. */
  readonly rules: string
  readonly texts: Readonly<Record<string, string>>
}

export type PartialCatalogues = ReadonlyMap<PartialLanguage, PartialCatalogue>

/** What the app brings itself. */
export const BUILT_IN: PartialCatalogues = new Map([
  [SIMPLE, { name: 'Français simple', rules: 'fr', texts: simple }],
])

/** A partial language's text at `key`; undefined where it has none. */
export function partialText(key: string, language: string, partials: PartialCatalogues) {
  const { rules = '', texts = {} } = partials.get(language as PartialLanguage) ?? {}
  const text = Object.hasOwn(texts, key) ? texts[key] : undefined
  return text === undefined ? undefined : { text, rules }
}
