import type { Render } from '../cards/render.ts'
import type { Words } from '../i18n/words.ts'
import type { Actor } from '../kernel/actor.ts'
import type { Ids } from '../kernel/ids.ts'
import type { Language } from '../kernel/language.ts'
import { LIMITS, type Limits } from '../kernel/limits.ts'
import type { Logger } from '../kernel/logger.ts'
import { Refusal } from '../kernel/refusal.ts'
import { cleanLine, fingerprint } from '../kernel/text.ts'
import { Unavailable } from '../kernel/unavailable.ts'
import { draw } from './drawing.ts'
import type { Found, Handlers, Search, SearchQuery } from './handlers.ts'
import type { Arrival, Searched } from './incoming.ts'
import type { Refused } from './refusals.ts'
import { sentenceOf } from './refusals.ts'
import type { Result, Results } from './rendered.ts'

export type SearchParts = {
  readonly handlers: readonly Handlers[]
  readonly greet: (arrival: Arrival) => Promise<Actor>
  readonly render: Render
  readonly words: (language: Language) => Words
  readonly firstLanguage: (locale: string) => Language
  readonly tenants: readonly string[]
  readonly limits: Limits
  /** Hears of each no, by its code. */
  readonly refused: (attempt: Refused) => Promise<void>
  readonly organisation: string
  readonly log: Logger
  readonly ids: Ids
}

/** Results of one answer: each carries a whole card. */
const PAGE = 15
/** Letters of what is looked for. */
const TEXT = 100
/** How far one may page: whoever looks further writes another word. */
const DEEPEST = 300

/**
 * Teams asks for 25 and is given 15. Whether it then goes on from 25 or from 15 is not documented: a multiple of what
 * it asked for counts as so many pages, so that nothing is left out either way.
 */
function windowOf({ text, skip, count }: Searched): SearchQuery {
  const limit = Math.min(Math.max(count, 1), PAGE)
  const paged = count > PAGE && skip % count === 0
  const from = paged ? (skip / count) * PAGE : skip
  return { text: cleanLine(text.slice(0, TEXT)), skip: Math.min(from, DEEPEST), limit }
}

/** Answers what is looked for. The function it makes never rejects. */
export function createSearch(parts: SearchParts): (searched: Searched) => Promise<Results> {
  const { render, words, log, ids } = parts
  const searches = new Map(parts.handlers.flatMap(({ searches = {} }) => Object.entries(searches)))

  function resultOf({ title, facts, reply }: Found): Result {
    return { title, text: facts, card: draw(render, reply) }
  }

  async function found({ find, empty }: Search, actor: Actor, query: SearchQuery): Promise<Results> {
    const all = await find(actor, query)
    if (all.length > 0 || query.skip > 0) return { results: all.slice(0, query.limit).map(resultOf) }
    const { say } = words(actor.language)
    return { sentence: query.text === '' ? say(empty) : say('empty.search', { query: query.text }) }
  }

  async function answered(searched: Searched, actor: Actor): Promise<Results> {
    const late = parts.limits.over(LIMITS.search, actor.id)
    if (late) return { sentence: sentenceOf(late, words(actor.language)) }
    const search = searches.get(searched.command)
    if (!search) return { sentence: words(actor.language).say('unknown') }
    try {
      return await found(search, actor, windowOf(searched))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await parts.refused({ actor, door: 'chat', act: searched.command, code: error.code })
      return { sentence: sentenceOf(error, words(actor.language)) }
    }
  }

  return async searched => {
    const { from, locale, command } = searched
    const first = words(parts.firstLanguage(locale))
    if (!parts.tenants.includes(from.tenant)) {
      const late = parts.limits.over(LIMITS.search, fingerprint(from.tenant, from.objectId))
      const refusal = late ?? new Refusal('foreign-tenant', { organisation: parts.organisation })
      await parts.refused({ door: 'chat', act: 'searched', code: refusal.code })
      return { sentence: sentenceOf(refusal, first) }
    }
    try {
      return await answered(searched, await parts.greet(searched))
    } catch (error) {
      if (error instanceof Unavailable) return { sentence: first.say('error.unavailable') }
      const reference = ids.next().slice(0, 8)
      log.error({ reference, command: searches.has(command) ? command : '', err: error }, 'a search failed')
      return { sentence: first.say('error.fault', { ref: reference }) }
    }
  }
}
