import type { Render } from '../../cards/render.ts'
import type { Words } from '../../i18n/words.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import type { Ids } from '../../kernel/crypto/ids.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { Unavailable } from '../../kernel/errors/unavailable.ts'
import type { Instruments } from '../../kernel/monitoring/instruments.ts'
import type { Logger } from '../../kernel/monitoring/logger.ts'
import { noMeter } from '../../kernel/monitoring/meter.ts'
import type { TurnOutcome } from '../../kernel/monitoring/metric-names.ts'
import { LIMITS, type Limits, limitKey } from '../../kernel/requests/limits.ts'
import { type LinkedThing, thingAddress, thingIn } from '../../kernel/requests/thing-link.ts'
import type { Language } from '../../kernel/text/language.ts'
import { fingerprint } from '../../kernel/text/text.ts'
import type { Handlers, LinkHandler, LinkHit } from '../protocol/handlers.ts'
import type { Arrival, Linked } from '../protocol/incoming.ts'
import type { SearchResult } from '../protocol/rendered.ts'
import { linkCard } from '../replies/common-cards.ts'
import type { ChatRefusal } from '../replies/refusal-notices.ts'
import { renderReply } from '../replies/rendering.ts'
import { instrumentTurns } from './instrumented.ts'

/** Whose links unfold, and in which language. */
export type UnfoldingPlace = Pick<UnfoldingParts, 'origin' | 'home'>

export type UnfoldingParts = Partial<Instruments> & {
  readonly handlers: readonly Handlers[]
  readonly resolveActor: (arrival: Arrival) => Promise<Actor>
  readonly render: Render
  readonly words: (language: Language) => Words
  /** The programme's own, in which cards for everybody are drawn. */
  readonly home: Language
  /** Of this server, without a slash at its end: what the links of its things begin with. */
  readonly origin: string
  readonly tenants: readonly string[]
  readonly limits: Limits
  readonly refused: (attempt: ChatRefusal) => Promise<void>
  readonly log: Logger
  readonly ids: Ids
}

export type Unfolding = {
  /** The card of a pasted link; undefined leaves it a link. Never rejects. */
  readonly unfold: (linked: Linked) => Promise<SearchResult | undefined>
  /**
   * The same for whoever has not installed the app, whose rights nobody can check: of every thing of a kind alike, but for
   * the address. Reads nothing.
   */
  readonly preview: (url: string) => SearchResult | undefined
}

type Ended = { readonly answer: SearchResult | undefined; readonly outcome: TurnOutcome }

const NOTHING: Ended = { answer: undefined, outcome: 'ok' }
const REFUSED: Ended = { answer: undefined, outcome: 'refused' }

/**
 * Pasted links. Whatever cannot be shown stays a link, for whatever reason: nothing tells a thing that is hidden from one
 * that never was.
 */
export function createUnfolding(parts: UnfoldingParts): Unfolding {
  const { render, words, home, origin, log, ids, meter = noMeter } = parts
  const instrumented = instrumentTurns(parts)
  const links = new Map<string, LinkHandler>(
    parts.handlers.flatMap(({ links = {} }) => Object.entries(links)),
  )

  function drawn({ title, facts, reply }: LinkHit): SearchResult {
    return { title, text: facts, card: renderReply(render, reply) }
  }

  async function denied(code: string, act: string, actor?: Actor): Promise<Ended> {
    await parts.refused({ ...(actor && { actor }), entryPoint: 'chat', act, code })
    return REFUSED
  }

  async function shown({ kind, id }: LinkedThing, actor: Actor): Promise<Ended> {
    if (parts.limits.over(LIMITS.search, limitKey(actor))) return REFUSED
    if (actor.guest) return denied('guest-account', 'linked', actor)
    try {
      const hit = await links.get(kind)?.(actor, id)
      return hit ? { answer: drawn(hit), outcome: 'ok' } : NOTHING
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return denied(error.code, 'linked', actor)
    }
  }

  async function attempt(linked: Linked): Promise<Ended> {
    const { tenant, objectId } = linked.from
    if (!parts.tenants.includes(tenant)) {
      const late = parts.limits.over(LIMITS.search, fingerprint(tenant, objectId))
      return denied(late?.code ?? 'foreign-tenant', 'linked')
    }
    const thing = thingIn(origin, linked.url)
    if (!thing) return NOTHING
    parts.trace?.annotate({ act: `link.${thing.kind}` })
    try {
      return await shown(thing, await parts.resolveActor(linked))
    } catch (error) {
      if (error instanceof Unavailable) return { answer: undefined, outcome: 'unavailable' }
      const reference = ids.next().slice(0, 8)
      log.error({ reference, kind: thing.kind, err: error }, 'a link could not be unfolded')
      return { answer: undefined, outcome: 'fault' }
    }
  }

  function previewOf(thing: LinkedThing): SearchResult {
    const { say } = words(home)
    const [name, title] = [say('app.name'), say(`link.${thing.kind}`)]
    const card = linkCard({ name, title, link: thingAddress(origin, thing), open: say('link.open') })
    return { title, text: name, card: renderReply(render, { card, language: home, summary: title }) }
  }

  return {
    unfold: linked => instrumented(linked, () => attempt(linked)),
    preview(url) {
      const thing = thingIn(origin, url)
      meter.count('faire_turns_total', { kind: 'linked', outcome: 'ok' })
      return thing && previewOf(thing)
    },
  }
}
