import { z } from 'zod'
import type { Handlers, VerbHandler } from '../../conversation/handlers.ts'
import type { Pressed } from '../../conversation/incoming.ts'
import type { Notice, Reply } from '../../conversation/reply.ts'
import type { Words } from '../../i18n/words.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { CardOf } from '../../kernel/card.ts'
import type { Clock } from '../../kernel/clock.ts'
import { ID } from '../../kernel/id.ts'
import type { Language } from '../../kernel/language.ts'
import { parse } from '../../kernel/parse.ts'
import type { Programme } from '../programme/index.ts'
import { doneCard, laterCard, topicText, type Voice, whyCard } from './cards.ts'
import { TOPICS, type Topic } from './domain.ts'
import { preferencesCard } from './preference-cards.ts'
import type { Change, PreferenceUsecases } from './preference-usecases.ts'
import type { relaying } from './relay-usecases.ts'
import type { MessageUsecases } from './usecases.ts'

type Parts = {
  readonly messages: MessageUsecases
  readonly preferences: PreferenceUsecases
  readonly relays: ReturnType<typeof relaying>
  readonly programme: Programme
  readonly words: (language: Language) => Words
  readonly clock: Clock
}

const message = z.string().regex(ID)
const chosen = z.object({ message, round: z.coerce.number().int().min(1).max(1_000) })
const put = chosen.extend({ day: z.iso.date() })
const topical = z.object({ topic: z.enum(TOPICS), message: message.optional() })
const capped = z.object({ perWeek: z.coerce.number().int().min(1).max(5), message: message.optional() })
const paused = z.object({ until: z.union([z.iso.date(), z.literal('')]) })

export function messageHandlers({ messages, preferences, relays, programme, words, clock }: Parts): Handlers {
  const voiceOf = (actor: Actor): Voice => ({ words: words(actor.language), programme })

  function reply(actor: Actor, card: CardOf, summary: string, title?: string): Reply {
    const notice: Notice | undefined = title === undefined ? undefined : { tone: 'good', title }
    return { card, language: actor.language, summary: title ?? summary, ...(notice && { notice }) }
  }

  async function show(actor: Actor, title?: string): Promise<Reply> {
    const w = words(actor.language)
    const { hours } = programme.calendar
    const card = preferencesCard(w, await preferences.preferences(actor), hours, clock.now())
    return reply(actor, card, w.say('message.choices'), title)
  }

  async function why(actor: Actor, id: string, title?: string): Promise<Reply> {
    const found = await preferences.why(actor, id)
    const { perWeek } = found.preferences
    const card = whyCard(voiceOf(actor), found, { perWeek, on: found.on })
    return reply(actor, card, words(actor.language).say('message.why'), title)
  }

  async function later(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { message: id } = parse(chosen, data)
    const found = await messages.show(actor, id)
    const moments = await preferences.laterMoments(actor, id)
    const card = laterCard(voiceOf(actor), found, moments, clock.now())
    return reply(actor, card, words(actor.language).say('message.later'))
  }

  async function putOff(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { message: id, round, day } = parse(put, data)
    const at = await preferences.later(actor, id, round, day)
    const w = words(actor.language)
    const title = w.say('message.put-off', { date: w.shortDay(at), time: w.time(at) })
    return reply(actor, doneCard(voiceOf(actor), await messages.show(actor, id)), title, title)
  }

  /** Sets a topic, and answers where it was pressed: on the message or among the choices. */
  async function setTopic(actor: Actor, topic: Topic, on: boolean, id?: string): Promise<Reply> {
    await preferences.change(actor, { topic: { topic, on } })
    const w = words(actor.language)
    const title = w.say(on ? 'message.resumed' : 'message.stopped', { topic: topicText(w, topic) })
    if (id === undefined) return show(actor, title)
    if (on) return why(actor, id, title)
    const undo = { title: w.say('message.resume'), verb: 'messages.resume', data: { topic, message: id } }
    return reply(actor, doneCard(voiceOf(actor), await messages.show(actor, id), [undo]), title, title)
  }

  async function change(actor: Actor, to: Change, id?: string): Promise<Reply> {
    const { perWeek } = await preferences.change(actor, to)
    const { say } = words(actor.language)
    const title = to.perWeek === undefined ? say('saved') : say('message.capped', { count: perWeek })
    return id === undefined ? show(actor, title) : why(actor, id, title)
  }

  /** A button of the message itself: it did arrive, and was answered. Said so before the act, which may be refused. */
  const onMessage =
    (run: VerbHandler): VerbHandler =>
    async (actor, pressed) => {
      const id = message.safeParse(pressed.data.message)
      if (id.success) await messages.noteAnswered(actor, id.data)
      return run(actor, pressed)
    }

  return {
    commands: [
      {
        name: 'coups-de-pouce',
        words: { fr: ['coups de pouce', 'coup de pouce'], en: ['nudges', 'nudge'] },
        offered: { agent: 7, pilot: 5.5, manager: 7, organiser: 7 },
        personal: true,
        run: actor => show(actor),
      },
    ],
    verbs: {
      'messages.later': {
        run: onMessage((actor, pressed) => ('day' in pressed.data ? putOff : later)(actor, pressed)),
        redraw: later,
      },
      'messages.why': onMessage((actor, { data }) => why(actor, parse(chosen, data).message)),
      'messages.stop': onMessage((actor, { data }) => {
        const { topic, message } = parse(topical, data)
        return setTopic(actor, topic, false, message)
      }),
      'messages.resume': onMessage((actor, { data }) => {
        const { topic, message } = parse(topical, data)
        return setTopic(actor, topic, true, message)
      }),
      'messages.cap': onMessage((actor, { data }) => {
        const { perWeek, message } = parse(capped, data)
        return change(actor, { perWeek }, message)
      }),
      'messages.pause': {
        run: (actor, { data }) => change(actor, { pausedUntil: parse(paused, data).until || null }),
        redraw: actor => show(actor),
      },
      'messages.preferences': actor => show(actor),
    },
    facts: {
      'people.reachable': async ({ payload }) => {
        await messages.arrived(String(payload.person))
        return []
      },
      'people.relayed': async ({ payload: { direction, from, to } }) => {
        await relays.relay({ direction: String(direction), from: String(from), to: String(to) })
        return []
      },
    },
  }
}
