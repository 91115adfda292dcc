import type { Render } from '../../cards/render.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import type { Ids } from '../../kernel/crypto/ids.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { Unavailable } from '../../kernel/errors/unavailable.ts'
import type { Instruments } from '../../kernel/monitoring/instruments.ts'
import type { Logger } from '../../kernel/monitoring/logger.ts'
import type { TurnOutcome } from '../../kernel/monitoring/metric-names.ts'
import { LIMITS, limitKey } from '../../kernel/requests/limits.ts'
import type { Fact } from '../../kernel/storage/outbox.ts'
import { LANGUAGES, type Language } from '../../kernel/text/language.ts'
import { fingerprint } from '../../kernel/text/text.ts'
import type { Command, Handlers, Verb } from '../protocol/handlers.ts'
import type { Act, Arrival, Incoming, PlaceChanged, Pressed, Quoted, Typed } from '../protocol/incoming.ts'
import { isAct, isInDialog } from '../protocol/incoming.ts'
import type { RenderedAnswer, RenderedOutgoing } from '../protocol/rendered.ts'
import type { Notice, Reply } from '../protocol/reply.ts'
import {
  behindButton,
  helpReply,
  refusalReply,
  SAY,
  unknownNotice,
  withoutAnswer,
} from '../replies/bot-cards.ts'
import { createFaults } from '../replies/fault-replies.ts'
import { noticeOf } from '../replies/refusal-notices.ts'
import { forDialog, renderOutgoing, renderReply } from '../replies/rendering.ts'
import { bounded, createGuard, type Guarded, type GuardParts } from './act-guard.ts'
import { addressed } from './answer-language.ts'
import { createParser, HELP_WORDS, offeredTo } from './command-parser.ts'
import { createDeferredEvents } from './deferred-events.ts'
import { instrumentTurns } from './instrumented.ts'
import { createNearest } from './near-commands.ts'
import { personalChat, type Said } from './personal-chat.ts'
import { createSearch } from './search.ts'
import { createUnfolding, type Unfolding, type UnfoldingPlace } from './unfolding.ts'

export type RouterParts = Partial<Instruments> &
  UnfoldingPlace &
  GuardParts & {
    readonly handlers: readonly Handlers[]
    /** Resolves the actor, and registers a person at first contact. */
    readonly resolveActor: (arrival: Arrival) => Promise<Actor>
    /** A question to append below an answer in a channel, if any. */
    readonly ask?: (actor: Actor, pressed: Pressed) => Reply | undefined
    readonly render: Render
    /** Language for an unknown person, by their client's locale. */
    readonly firstLanguage: (locale: string) => Language
    readonly tenants: readonly string[]
    readonly organisation: string
    /** Records which message was posted under a key. */
    readonly posted: (key: string, address: string, messageId: string) => Promise<void>
    /** Whether a message was already posted under the key. */
    readonly stands: (key: string) => Promise<boolean>
    readonly log: Logger
    readonly ids: Ids
  }

export type Router = Unfolding & {
  /** The answer before rendering. `undefined`: nothing to say. Rejects as `receive` does. */
  readonly answer: (incoming: Incoming) => Promise<Reply | undefined>
  /** The rendered answer. Rejects only for what has no actor, while the database is down: see deferred-events.ts. */
  readonly receive: (incoming: Incoming) => Promise<RenderedAnswer | undefined>
  /** Search results with rendered cards. Never rejects. */
  readonly search: ReturnType<typeof createSearch>
  /** Messages that a fact makes the bot send or edit. Rejects when a handler fails: delivery retries. */
  readonly expand: (fact: Fact) => Promise<readonly RenderedOutgoing[]>
  /** Whether handling the fact only makes a call to Teams and sends nothing. */
  readonly asks: (fact: Fact) => boolean
}

type Attempt = { readonly actor?: Actor; readonly reply: Reply | undefined; readonly outcome: TurnOutcome }

export function createRouter(parts: RouterParts): Router {
  const commands = parts.handlers.flatMap(each => each.commands ?? [])
  const verbs = new Map<string, Verb>(parts.handlers.flatMap(each => Object.entries(each.verbs ?? {})))
  const quotes = new Map(parts.handlers.flatMap(each => Object.entries(each.quotes ?? {})))
  const asked = new Set(parts.handlers.flatMap(each => each.asks ?? []))
  const failed = createFaults({ ...parts, isVerb: name => verbs.has(name) })
  const instrumented = instrumentTurns(parts)
  const { counted, wasDenied } = createGuard(parts)
  const late = createDeferredEvents(placed, parts.log)
  const known = [...commands, helpCommand()]
  const parse = createParser(known, LANGUAGES.map(parts.words))
  const chat = personalChat({
    handlers: parts.handlers,
    nearest: createNearest(known),
    run: runCommand,
    help,
    lost,
  })

  function helpCommand(): Command {
    return { name: 'aide', words: HELP_WORDS, shows: true, run: async actor => help(actor) }
  }

  function help(actor: Actor, notice?: Notice): Reply {
    return helpReply(parts.words(actor.language), actor.role, offeredTo(commands, actor), notice)
  }

  function lost(actor: Actor, incoming: Act): Reply {
    return help(actor, unknownNotice(parts.words(actor.language), actor.role, incoming))
  }

  function notUnderstood(guarded: Guarded, actor: Actor, incoming: Act): Promise<Reply> {
    return guarded(incoming.kind, async () => lost(actor, incoming))
  }

  function runCommand(guarded: Guarded, actor: Actor, { command, text, incoming }: Said): Promise<Reply> {
    const { run, redraw, personal } = command
    const aside = personal && incoming.kind === 'typed' && incoming.place.kind !== 'personal'
    if (aside) return guarded(command.name, async () => behindButton(parts.words(actor.language), command))
    const again = redraw && (() => redraw(actor, incoming, text))
    return guarded(command.name, () => run(actor, incoming, text), again)
  }

  async function typed(guarded: Guarded, actor: Actor, incoming: Typed): Promise<Reply> {
    for (const { typed = [] } of parts.handlers) for (const hear of typed) await hear(incoming)
    const spoken = parse(incoming.text)
    if (incoming.place.kind === 'personal') return chat.answer(guarded, actor, incoming, spoken)
    if (spoken) return runCommand(guarded, actor, { ...spoken, incoming })
    return notUnderstood(guarded, actor, incoming)
  }

  async function pressed(guarded: Guarded, actor: Actor, incoming: Pressed): Promise<Reply> {
    if (incoming.verb === SAY) {
      const command = known.find(each => each.name === incoming.data.command)
      if (command) return runCommand(guarded, actor, { command, text: '', incoming })
    }
    const verb = verbs.get(incoming.verb)
    const unknown = () => noticeOf(new Refusal('verb-unknown'), parts.words(actor.language))
    if (!verb) return guarded(incoming.kind, async () => help(actor, unknown()))
    const { run, redraw } = typeof verb === 'function' ? { run: verb, redraw: undefined } : verb
    const heard = async () => {
      for (const { pressed = [] } of parts.handlers) for (const hear of pressed) await hear(actor, incoming)
      return run(actor, incoming)
    }
    return guarded(incoming.verb, heard, redraw && (() => redraw(actor, incoming)))
  }

  async function quoted(guarded: Guarded, actor: Actor, incoming: Quoted): Promise<Reply> {
    const handle = quotes.get(incoming.command)
    if (!handle) return notUnderstood(guarded, actor, incoming)
    return guarded(incoming.command, () => handle(actor, incoming))
  }

  async function placed(event: PlaceChanged): Promise<void> {
    // Only the person who adds the bot is registered: one who renames a channel has not contacted us.
    const came =
      event.kind === 'installed' && event.from.objectId !== '' ? await parts.resolveActor(event) : undefined
    const actor = came?.guest ? undefined : came
    for (const { places = [] } of parts.handlers) for (const handle of places) await handle(actor, event)
  }

  async function act(actor: Actor, incoming: Act): Promise<Reply> {
    const guarded = incoming.kind === 'pressed' ? bounded(counted(actor), incoming.data) : counted(actor)
    if (incoming.kind === 'quoted') return quoted(guarded, actor, incoming)
    const answer =
      incoming.kind === 'typed' ? typed(guarded, actor, incoming) : pressed(guarded, actor, incoming)
    const reply = await answer
    const overheard = incoming.kind === 'pressed' && incoming.asMessage && incoming.place.kind !== 'personal'
    return overheard ? withoutAnswer(parts.words(actor.language), reply) : reply
  }

  function refuseStranger({ from }: Act): Refusal {
    const who = fingerprint(from.tenant, from.objectId)
    const foreign = new Refusal('foreign-tenant', { organisation: parts.organisation })
    return parts.limits.over(LIMITS.act, who) ?? foreign
  }

  /** A guest account of an allowed tenant. */
  async function refuseGuest(actor: Actor, { kind }: Act): Promise<Attempt> {
    const refusal = parts.limits.over(LIMITS.act, limitKey(actor)) ?? new Refusal('guest-account')
    await parts.refused({ actor, entryPoint: 'chat', act: kind, code: refusal.code })
    return { actor, reply: refusalReply(parts.words(actor.language), refusal), outcome: 'refused' }
  }

  async function attempt(incoming: Incoming): Promise<Attempt> {
    if (!parts.tenants.includes(incoming.from.tenant)) {
      if (!isAct(incoming)) return { reply: undefined, outcome: 'refused' }
      const refusal = refuseStranger(incoming)
      await parts.refused({ entryPoint: 'chat', act: incoming.kind, code: refusal.code })
      const words = parts.words(parts.firstLanguage(incoming.locale))
      return { reply: refusalReply(words, refusal), outcome: 'refused' }
    }
    if (!isAct(incoming)) return { reply: await late.take(incoming), outcome: 'ok' }
    const actor = addressed(await parts.resolveActor(incoming), incoming)
    await late.catchUp()
    if (actor.guest) return refuseGuest(actor, incoming)
    try {
      const reply = await act(actor, incoming)
      return { actor, reply, outcome: wasDenied(actor) ? 'refused' : 'ok' }
    } catch (error) {
      return { actor, ...failed(incoming, error, actor.language) }
    }
  }

  async function answered(incoming: Incoming): Promise<Attempt> {
    try {
      return await attempt(incoming)
    } catch (error) {
      if (error instanceof Unavailable && !isAct(incoming)) throw error
      return failed(incoming, error)
    }
  }

  async function drawn(incoming: Incoming, reply: Reply, actor?: Actor): Promise<RenderedAnswer | undefined> {
    const { postKey, summary, notice, assisted } = reply
    // Teams redelivers messages: everybody in the channel would see the card twice.
    if (postKey !== undefined && (await parts.stands(postKey))) return undefined
    const asks = actor && incoming.kind === 'pressed' && notice?.tone === 'good'
    const whole = renderReply(parts.render, reply, asks ? parts.ask?.(actor, incoming) : undefined)
    const card = isInDialog(incoming) ? forDialog(whole) : whole
    if (postKey === undefined) return { card, summary, assisted }
    return { card, summary, assisted, posted: id => parts.posted(postKey, incoming.place.address, id) }
  }

  return {
    answer: async incoming => (await answered(incoming)).reply,
    receive: incoming =>
      instrumented(incoming, async () => {
        const { actor, reply, outcome } = await answered(incoming)
        if (!reply) return { answer: undefined, outcome }
        try {
          return { answer: await drawn(incoming, reply, actor), outcome }
        } catch (error) {
          const { reply, outcome } = failed(incoming, error, actor?.language)
          const card = renderReply(parts.render, reply)
          const shown = isInDialog(incoming) ? forDialog(card) : card
          return { answer: { card: shown, summary: reply.summary }, outcome }
        }
      }),
    search: createSearch(parts),
    ...createUnfolding(parts),
    asks: ({ kind }) => asked.has(kind),
    expand: async fact => {
      await late.catchUp()
      const handlers = parts.handlers.flatMap(each => each.facts?.[fact.kind] ?? [])
      // Unknown kind: a newer version beside this one enqueued it, so it waits for that one. A scheduled run (`at`)
      // of a schedule that was removed is dropped.
      if (handlers.length === 0 && fact.payload.at === undefined)
        throw new Error(`nobody here knows ${fact.kind}`)
      const all = await Promise.all(handlers.map(handle => handle(fact)))
      return all.flat().map(each => renderOutgoing(parts.render, each))
    },
  }
}
