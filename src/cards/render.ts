import { fileURLToPath } from 'node:url'
import { Template } from 'adaptivecards-templating'
import { messageAt, type Overrides } from '../i18n/words.ts'
import type { CardOf } from '../kernel/card.ts'
import type { Language } from '../kernel/language.ts'
import { withFallbacks } from './fallback.ts'
import { assemble, readTemplate } from './template.ts'

export type RenderedCard = { readonly type: 'AdaptiveCard' } & Readonly<Record<string, unknown>>

/** `extra` joins the data under its own names: the notice, what the router adds. */
export type Render = (card: CardOf, language: Language, summary: string, extra?: object) => RenderedCard

export const CARDS_FOLDER = fileURLToPath(new URL('../../adaptiveCards', import.meta.url))

function word(key: string, language: Language, overrides?: Overrides): string {
  const message = messageAt(key, language, overrides)
  if (message === undefined) throw new Error(`a card names the word «${key}», which i18n does not have`)
  return message
}

/**
 * Fills templates. A compiled template is kept for each language: 0.4 ms a card against 2.3 ms.
 * Data is expanded once and never again, so `${…}` typed by a person stays what it is. `overrides`: the programme's.
 */
export function createRender(overrides?: Overrides, folder = CARDS_FOLDER): Render {
  const compiled = new Map<string, Template>()
  const compile = (name: string, language: Language) => {
    const key = `${language} ${name}`
    const known = compiled.get(key)
    if (known) return known
    const read = (file: string) => readTemplate(folder, file)
    const made = new Template(assemble(read(name), read, text => word(text, language, overrides)))
    compiled.set(key, made)
    return made
  }
  return (card, language, summary, extra = {}) => {
    const $root = { ...(card.data as object), ...extra }
    const body = withFallbacks(compile(card.template, language).expand({ $root })) as object
    return {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: language,
      fallbackText: summary,
      ...body,
    }
  }
}
