import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { may } from '../../../kernel/access/permission.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { ID, isId } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { WEEK } from '../../../kernel/time/week.ts'
import type { Programme } from '../../programme/index.ts'
import { doneCard, laterCard, type MessageCardContext, topicText, whyCard } from '../message/cards.ts'
import { TOPICS, type Topic } from '../message/domain.ts'
import { EFFECT_PERMISSIONS } from '../response/effect.ts'
import { effectCard } from '../response/effect-cards.ts'
import type { EffectUsecases } from '../response/effect-usecases.ts'
import type { SilenceUsecases } from '../response/silence-usecases.ts'
import type { MessageSending } from '../sending/usecases.ts'
import { preferencesCard } from './cards.ts'
import type { Preferences } from './domain.ts'
import type { PreferenceChange, PreferenceUsecases } from './usecases.ts'

type Parts = {
  readonly messages: Pick<MessageSending, 'show'>
  readonly noteAnswered: SilenceUsecases['noteAnswered']
  readonly preferences: PreferenceUsecases
  readonly effect: EffectUsecases
  readonly programme: Pick<Programme, 'calendar' | 'direction'>
  readonly words: (language: Language) => Words
  readonly clock: Clock
}

const message = z.string().regex(ID)
const chosen = z.object({ message, round: z.coerce.number().int().min(1).max(1_000) })
/** `done`: by a card whose act is done. */
const asked = chosen.extend({ done: z.literal(true).optional() })
const put = chosen.extend({ day: z.iso.date() })
const topical = z.object({ topic: z.enum(TOPICS), message: message.optional() })
const perWeek = z.coerce.number().int().min(1).max(5)
const capped = z.object({ perWeek, was: perWeek.optional(), message: message.optional() })
/** Multiple choice: `wednesday,friday`, absent when empty. */
const severalOf = <const T extends readonly string[]>(values: T) =>
  z
    .string()
    .max(1_000)
    .default('')
    .transform(text => text.split(',').filter(Boolean))
    .pipe(z.array(z.enum(values)))
const chosenSeveral = z.object({
  perWeek: perWeek.optional(),
  daysOff: severalOf(WEEK),
  topics: severalOf(TOPICS),
  offered: severalOf(TOPICS),
})
const paused = z.object({ until: z.union([z.iso.date(), z.literal('')]) })

/** Settings from the form: what it offers and is not chosen is switched off. */
function choicesIn(data: Pressed['data']): PreferenceChange {
  const { perWeek, daysOff, topics, offered } = parse(chosenSeveral, data)
  return {
    ...(perWeek !== undefined && { perWeek }),
    daysOff,
    topics: offered.map(topic => ({ topic, on: topics.includes(topic) })),
  }
}

export function preferenceHandlers(parts: Parts) {
  const { messages, noteAnswered, preferences, effect, programme, words, clock } = parts
  const contextOf = (actor: Actor): MessageCardContext => ({ words: words(actor.language), programme })

  function reply(actor: Actor, card: CardOf, summary: string, title?: string): Reply {
    const notice: Notice | undefined = title === undefined ? undefined : { tone: 'good', title }
    return { card, language: actor.language, summary: title ?? summary, ...(notice && { notice }) }
  }

  /** `typed`: refused values, shown instead of the stored ones. */
  async function show(actor: Actor, title?: string, typed: Partial<Preferences> = {}): Promise<Reply> {
    const w = words(actor.language)
    const { hours } = programme.calendar
    const shown = { ...(await preferences.preferences(actor)), ...typed }
    const more = { title: w.say('message.effect'), verb: 'messages.effect', data: {} }
    const buttons = may(EFFECT_PERMISSIONS.effect, actor.role) ? [more] : []
    const card = preferencesCard(w, shown, hours, clock.now(), buttons)
    return reply(actor, card, w.say('message.choices'), title)
  }

  /** The form with the refused values. */
  async function again(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { topics = [], perWeek, daysOff = [] } = choicesIn(data)
    const held = await preferences.preferences(actor)
    const typed = held.topics.map(one => topics.find(({ topic }) => topic === one.topic) ?? one)
    return show(actor, undefined, { daysOff, topics: typed, ...(perWeek !== undefined && { perWeek }) })
  }

  /** `was`: budget before it was lowered here; `done`: it cannot be postponed. */
  type Why = {
    readonly title?: string
    readonly was?: number | undefined
    readonly done?: boolean | undefined
  }
  async function why(actor: Actor, id: string, { title, was, done = false }: Why = {}): Promise<Reply> {
    const found = await preferences.why(actor, id)
    const { perWeek } = found.preferences
    const moments = done ? [] : await preferences.laterMoments(actor, id)
    const card = whyCard(
      contextOf(actor),
      { ...found, moments, now: clock.now() },
      {
        perWeek,
        on: found.on,
        ...(was !== undefined && { was }),
      },
    )
    return reply(actor, card, words(actor.language).say('message.why'), title)
  }

  async function later(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { message: id } = parse(chosen, data)
    const found = await messages.show(actor, id)
    const moments = await preferences.laterMoments(actor, id)
    const card = laterCard(contextOf(actor), found, moments, clock.now())
    return reply(actor, card, words(actor.language).say('message.later'))
  }

  async function putOff(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { message: id, round, day } = parse(put, data)
    const at = await preferences.later(actor, id, round, day)
    const w = words(actor.language)
    const title = w.say('message.put-off', { date: w.shortDay(at), time: w.time(at) })
    return reply(actor, doneCard(contextOf(actor), await messages.show(actor, id)), title, title)
  }

  /** Switches a topic, and replies where it was pressed: on the message or in the settings. */
  async function setTopic(actor: Actor, topic: Topic, on: boolean, id?: string): Promise<Reply> {
    await preferences.change(actor, { topics: [{ topic, on }] })
    const w = words(actor.language)
    const title = w.say(on ? 'message.resumed' : 'message.stopped', { topic: topicText(w, topic) })
    if (id === undefined) return show(actor, title)
    if (on) return why(actor, id, { title })
    const undo = { title: w.say('message.resume'), verb: 'messages.resume', data: { topic, message: id } }
    return reply(actor, doneCard(contextOf(actor), await messages.show(actor, id), [undo]), title, title)
  }

  async function change(actor: Actor, to: PreferenceChange): Promise<Reply> {
    await preferences.change(actor, to)
    return show(actor, words(actor.language).say('saved'))
  }

  /** Sets the weekly budget, in the settings or on the message, where it can be undone. */
  async function cap(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { message: id, was, ...to } = parse(capped, data)
    const { perWeek: count } = await preferences.change(actor, to)
    const title = words(actor.language).say('message.capped', { count })
    return id === undefined ? show(actor, title) : why(actor, id, { title, was })
  }

  /** A press on any message's card proves delivery and counts as an answer, even if the act is refused. */
  async function notePressed(actor: Actor, { data }: Pressed): Promise<void> {
    const { message: id } = data
    if (typeof id === 'string' && isId(id)) await noteAnswered(actor, id)
  }

  return {
    commands: [
      {
        name: 'coups-de-pouce',
        // Words for being left alone lead to the settings, where each topic can be muted, for a time or for good.
        words: {
          fr: [
            'coups de pouce',
            'coup de pouce',
            'pause',
            'messages',
            'mes messages',
            'stop',
            'arrêt',
            'arrêter',
            'arrête',
            'arrêtez',
            'désabonner',
            'désabonnement',
            'se désabonner',
            'me désabonner',
            'je me désabonne',
            'désabonne-moi',
            'désabonnez-moi',
            'ne plus recevoir',
            'ne plus recevoir de messages',
            'plus de messages',
            'moins de messages',
          ],
          en: ['nudges', 'nudge', 'messages', 'stop', 'unsubscribe', 'opt out', 'no more messages'],
        },
        offered: { agent: 7, pilot: 5.5, manager: 7, organiser: 7 },
        personal: true,
        run: actor => show(actor),
      },
    ],
    verbs: {
      'messages.later': {
        run: (actor, pressed) => ('day' in pressed.data ? putOff : later)(actor, pressed),
        redraw: later,
      },
      'messages.why': (actor, { data }) => {
        const { message, done } = parse(asked, data)
        return why(actor, message, { done })
      },
      'messages.stop': (actor, { data }) => {
        const { topic, message } = parse(topical, data)
        return setTopic(actor, topic, false, message)
      },
      'messages.resume': (actor, { data }) => {
        const { topic, message } = parse(topical, data)
        return setTopic(actor, topic, true, message)
      },
      'messages.cap': cap,
      'messages.choose': { run: (actor, { data }) => change(actor, choicesIn(data)), redraw: again },
      'messages.pause': {
        run: (actor, { data }) => change(actor, { pausedUntil: parse(paused, data).until || null }),
        redraw: actor => show(actor),
      },
      'messages.preferences': actor => show(actor),
      'messages.effect': async actor => {
        const w = words(actor.language)
        return reply(actor, effectCard(w, await effect.show(actor)), w.say('message.effect'))
      },
    },
    pressed: [notePressed],
  } satisfies Handlers
}
