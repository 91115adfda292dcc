import type { Render } from '../../cards/render.ts'
import type { Words } from '../../i18n/words.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import type { Ids } from '../../kernel/crypto/ids.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { Unavailable } from '../../kernel/errors/unavailable.ts'
import type { Instruments } from '../../kernel/monitoring/instruments.ts'
import type { Logger } from '../../kernel/monitoring/logger.ts'
import type { TurnOutcome } from '../../kernel/monitoring/metric-names.ts'
import { LIMITS, type Limits, limitKey } from '../../kernel/requests/limits.ts'
import type { Language } from '../../kernel/text/language.ts'
import { cleanLine, fingerprint } from '../../kernel/text/text.ts'
import type { Handlers, SearchHandler, SearchHit, SearchQuery } from '../protocol/handlers.ts'
import type { Arrival, Searched } from '../protocol/incoming.ts'
import type { SearchResult, SearchResults } from '../protocol/rendered.ts'
import type { ChatRefusal } from '../replies/refusal-notices.ts'
import { sentenceOf } from '../replies/refusal-notices.ts'
import { renderReply } from '../replies/rendering.ts'
import { instrumentTurns } from './instrumented.ts'

type SearchParts = Partial<Instruments> & {
  readonly handlers: readonly Handlers[]
  readonly resolveActor: (arrival: Arrival) => Promise<Actor>
  readonly render: Render
  readonly words: (language: Language) => Words
  readonly firstLanguage: (locale: string) => Language
  readonly tenants: readonly string[]
  readonly limits: Limits
  /** Called for each refusal: feeds the audit log. */
  readonly refused: (attempt: ChatRefusal) => Promise<void>
  readonly organisation: string
  readonly log: Logger
  readonly ids: Ids
}

/** Page size: each result carries a whole card. */
const PAGE = 15
/** Limit of the search text, in letters. */
const TEXT = 100
/** Limit of paging: a better search text helps more. */
const DEEPEST = 300

/**
 * Pagination: Teams asks for 25 and gets 15, and it is not documented whether it continues from 25 or from 15. A
 * multiple of `count` is taken for a number of pages, so that nothing is skipped either way.
 */
function windowOf({ text, skip, count }: Searched): SearchQuery {
  const limit = Math.min(Math.max(count, 1), PAGE)
  const paged = count > PAGE && skip % count === 0
  const from = paged ? (skip / count) * PAGE : skip
  return { text: cleanLine(text.slice(0, TEXT)), skip: Math.min(from, DEEPEST), limit }
}

type Ended = { readonly answer: SearchResults; readonly outcome: TurnOutcome }

/** Makes the search of the message extension. The function it returns never rejects. */
export function createSearch(parts: SearchParts): (searched: Searched) => Promise<SearchResults> {
  const { render, words, log, ids } = parts
  const instrumented = instrumentTurns(parts)
  const searches = new Map(parts.handlers.flatMap(({ searches = {} }) => Object.entries(searches)))

  function resultOf({ title, facts, reply, near }: SearchHit, { say }: Words): SearchResult {
    const text = [near ? say('search.near') : '', facts].filter(each => each !== '').join(' · ')
    return { title, text, card: renderReply(render, reply) }
  }

  async function found(
    { find, empty }: SearchHandler,
    actor: Actor,
    query: SearchQuery,
  ): Promise<SearchResults> {
    const all = await find(actor, query)
    const own = words(actor.language)
    if (all.length > 0 || query.skip > 0)
      return { results: all.slice(0, query.limit).map(hit => resultOf(hit, own)) }
    const { say } = own
    return { sentence: query.text === '' ? say(empty) : say('empty.search', { query: query.text }) }
  }

  const refused = (refusal: Refusal, language: Language): Ended => ({
    answer: { sentence: sentenceOf(refusal, words(language)) },
    outcome: 'refused',
  })

  async function refuseGuest(actor: Actor): Promise<Ended> {
    const refusal = new Refusal('guest-account')
    await parts.refused({ actor, entryPoint: 'chat', act: 'searched', code: refusal.code })
    return refused(refusal, actor.language)
  }

  async function answered(searched: Searched, actor: Actor): Promise<Ended> {
    const late = parts.limits.over(LIMITS.search, limitKey(actor))
    if (late) return refused(late, actor.language)
    if (actor.guest) return refuseGuest(actor)
    const search = searches.get(searched.command)
    if (!search) return { answer: { sentence: words(actor.language).say('unknown') }, outcome: 'ok' }
    parts.trace?.annotate({ act: searched.command })
    try {
      return { answer: await found(search, actor, windowOf(searched)), outcome: 'ok' }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await parts.refused({ actor, entryPoint: 'chat', act: searched.command, code: error.code })
      return refused(error, actor.language)
    }
  }

  async function attempt(searched: Searched): Promise<Ended> {
    const { from, locale, command } = searched
    const language = parts.firstLanguage(locale)
    const { say } = words(language)
    if (!parts.tenants.includes(from.tenant)) {
      const late = parts.limits.over(LIMITS.search, fingerprint(from.tenant, from.objectId))
      const refusal = late ?? new Refusal('foreign-tenant', { organisation: parts.organisation })
      await parts.refused({ entryPoint: 'chat', act: 'searched', code: refusal.code })
      return refused(refusal, language)
    }
    try {
      return await answered(searched, await parts.resolveActor(searched))
    } catch (error) {
      if (error instanceof Unavailable)
        return { answer: { sentence: say('error.unavailable') }, outcome: 'unavailable' }
      const reference = ids.next().slice(0, 8)
      log.error({ reference, command: searches.has(command) ? command : '', err: error }, 'a search failed')
      return { answer: { sentence: say('error.fault', { ref: reference }) }, outcome: 'fault' }
    }
  }

  return searched => instrumented(searched, () => attempt(searched))
}
