import type { ButtonsPart, FootPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { safe } from '../../../cards/text.ts'
import type { Key, Words } from '../../../i18n/words.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import type { Programme } from '../../programme/index.ts'
import { nextDay, nextWeek, weekOf } from '../calendar/domain.ts'
import { counts } from './budget.ts'
import { isOwed, type Message, type Topic } from './domain.ts'

type Button = ButtonsPart['buttons'][number]

/** What stands under every message. */
export type MessageFoot = FootPart

/** A few sentences about one message, and what can be done with it. */
type Sheet = HeaderPart &
  TitlePart &
  ButtonsPart & { readonly sentences: readonly { readonly text: string }[] }

export type MessageSheetCard = CardOf<'messages/message/sheet', Sheet>

/** What cards about messages are drawn with. */
export type MessageCardContext = { readonly words: Words; readonly programme: Pick<Programme, 'direction'> }

const ICONS: Readonly<Record<Topic, string>> = {
  digest: 'TaskListLtr',
  'workshop-soon': 'CalendarLtr',
  'workshop-tomorrow': 'CalendarLtr',
  'axis-silent': 'Lightbulb',
  'ideas-waiting': 'ChatBubblesQuestion',
  'ballot-closing': 'Vote',
  horizons: 'Handshake',
  'my-workshop-tomorrow': 'CalendarLtr',
  'my-ballot-closing': 'Vote',
  'my-horizon': 'Handshake',
  'my-step': 'Flag',
  'step-asked': 'Flag',
  'step-late': 'Flag',
  'my-trial': 'Beaker',
  'look-in': 'Beaker',
  'idea-answered': 'Comment',
  moderated: 'EyeOff',
  'workshop-moved': 'CalendarLtr',
  'seat-offered': 'CalendarLtr',
  'workshop-opens': 'CalendarLtr',
  facilitating: 'PeopleTeam',
  'workshop-feedback': 'PersonFeedback',
  relay: 'PeopleSwap',
  broadcast: 'Megaphone',
}

export function topicText({ say }: Words, topic: Topic): string {
  return say(`message.topic.${topic}` as Key)
}

/**
 * Footer of every message's card: `{ "@part": "foot" }` as the last of its actions, and this among its data. One button,
 * behind which stand the reason and all settings. One whose act is done (not `open`) cannot be postponed.
 */
export function foot({ say }: Words, { id, round }: Pick<Message, 'id' | 'round'>, open = true): FootPart {
  const data = { message: id, round, ...(!open && { done: true }) }
  return { foot: [{ title: say('message.why'), verb: 'messages.why', data, mode: 'secondary' }] }
}

function headOf({ words }: MessageCardContext, { topic }: Pick<Message, 'topic'>) {
  return { icon: ICONS[topic], kind: words.say('message.kind', { topic: topicText(words, topic) }) }
}

function backTo({ say }: Words, { id, round, by }: Message): Button {
  return { title: say('message.back'), verb: `${by}.message`, data: { message: id, round } }
}

/** Why this message came, by its subject: « Vous êtes pilote de … ». */
function reasonText({ words, programme }: MessageCardContext, { topic, subject }: Message): string {
  const direction =
    programme.direction(String(subject.direction ?? ''))?.name ?? words.say('message.direction')
  const at = Number(subject.at ?? 0)
  // A message about a comment came because of that comment.
  const about = subject.comment === undefined ? topic : 'comment'
  return words.say(`message.why.${about}` as Key, { direction: safe(direction), date: words.shortDay(at) })
}

type WhyParts = {
  readonly message: Message
  readonly number: number | undefined
  /** When it may come again, and now: milliseconds. None: it cannot be postponed. */
  readonly moments: readonly number[]
  readonly now: number
}
/** `was`: weekly budget before it was lowered here. */
type Budget = { readonly perWeek: number; readonly on: boolean; readonly was?: number }

/** Lowers the weekly budget, restores it, or pauses where it cannot be lower. */
function numberButton({ say }: Words, message: Message, { perWeek, was }: Budget): Button {
  const { id, round } = message
  const to = (count: number, more = {}) => ({ message: id, round, perWeek: count, ...more })
  if (was !== undefined) return { title: say('undo'), verb: 'messages.cap', data: to(was) }
  const less = { title: say('message.less'), verb: 'messages.cap', data: to(perWeek - 1, { was: perWeek }) }
  const choices = { title: say('message.choices'), verb: 'messages.preferences', data: {} }
  return perWeek > 1 && counts(message) ? less : choices
}

function laterButtons(
  words: Words,
  { id, round }: Message,
  moments: readonly number[],
  titleAt: (at: number) => string,
): Button[] {
  return moments.map(at => ({
    title: titleAt(at),
    verb: 'messages.later',
    data: { message: id, round, day: dateIn(at, words.zone) },
  }))
}

export function whyCard(
  context: MessageCardContext,
  { message, number, moments, now }: WhyParts,
  budget: Budget,
): MessageSheetCard {
  const { say } = context.words
  const { id, round, topic } = message
  const { perWeek, on } = budget
  const data = { message: id, round }
  const count = number && say('message.budget', { n: number, max: Math.max(number, perWeek) })
  const limits = [...(count ? [count] : []), ...(perWeek > 1 ? [] : [say('message.least')])]
  const sentences = [
    reasonText(context, message),
    ...(counts(message) ? limits : [say('message.uncounted')]),
    ...(isOwed(topic) ? [say('message.owed')] : []),
  ]
  const stop = { title: say('message.stop'), verb: 'messages.stop', data: { ...data, topic } }
  const resume = { title: say('message.resume'), verb: 'messages.resume', data: { ...data, topic } }
  return {
    template: 'messages/message/sheet',
    data: {
      ...headOf(context, message),
      title: say('message.why'),
      sentences: sentences.map(text => ({ text })),
      buttons: [
        ...laterButtons(context.words, message, moments, at => againText(context.words, at, now)),
        numberButton(context.words, message, budget),
        ...(isOwed(topic) ? [] : [on ? stop : resume]),
        backTo(context.words, message),
      ],
    },
  }
}

/** « Demain », « La semaine prochaine », or the day when it is neither. */
function momentText(words: Words, at: number, now: number): string {
  const { zone } = words
  if (dateIn(at, zone) === dateIn(nextDay(now, zone), zone)) return words.say('message.tomorrow')
  if (weekOf(at, zone) === weekOf(nextWeek(now, zone), zone)) return words.say('message.next-week')
  const day = words.shortDay(at)
  return day.slice(0, 1).toLocaleUpperCase(words.language) + day.slice(1)
}

/** « Le revoir demain », where nothing else says what is chosen. */
function againText(words: Words, at: number, now: number): string {
  const moment = momentText(words, at, now)
  const day = words.shortDay(at)
  const isDay = moment.slice(1) === day.slice(1)
  const when = isDay ? day : moment.slice(0, 1).toLocaleLowerCase(words.language) + moment.slice(1)
  return words.say('message.again', { when })
}

/** Choices to postpone it. `moments`: milliseconds; empty when it would be obsolete by then. */
export function laterCard(
  context: MessageCardContext,
  message: Message,
  moments: readonly number[],
  now: number,
): MessageSheetCard {
  const { words } = context
  const choices = laterButtons(words, message, moments, at => momentText(words, at, now))
  const sentence = words.say(moments.length > 0 ? 'message.later.rule' : 'refusal.message-late')
  return {
    template: 'messages/message/sheet',
    data: {
      ...headOf(context, message),
      title: words.say('message.later'),
      sentences: [{ text: sentence }],
      buttons: [...choices, backTo(words, message)],
    },
  }
}

/** Replaces the message once it is postponed or its topic muted, as the notice says. */
export function doneCard(
  context: MessageCardContext,
  message: Message,
  buttons: readonly Button[] = [],
): MessageSheetCard {
  const data = {
    ...headOf(context, message),
    title: context.words.say('message.done'),
    sentences: [],
    buttons: [...buttons, backTo(context.words, message)],
  }
  return { template: 'messages/message/sheet', data }
}
