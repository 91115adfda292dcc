import type {
  ButtonsPart,
  FactsPart,
  FooterPart,
  FootPart,
  HeaderPart,
  TitlePart,
} from '../../../cards/parts.ts'
import { plain, prefilled, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import type { CardOf, PlainText, SafeText } from '../../../kernel/text/card.ts'
import type { Idea } from '../../ideas/index.ts'
import { foot } from '../../messages/index.ts'
import type { Programme } from '../../programme/index.ts'
import { isToCome, sheetOf, type WorkshopSeen } from '../../workshops/index.ts'
import { daysTo, isAsked } from '../rules/domain.ts'

export type NudgeCardContext = {
  readonly words: Words
  readonly programme: Pick<Programme, 'axis' | 'direction'>
}

export type NudgeButton = ButtonsPart['buttons'][number]

/** The message that a card shows; `item`: index in a digest, '' for a message of its own. */
export type Placed = {
  readonly id: string
  readonly round: number
  readonly direction: string
  readonly item: string
  /** When the Direction's channels last had a post about its thing, in milliseconds. */
  readonly publishedAt?: number
}

type WorkshopData = HeaderPart &
  TitlePart &
  FactsPart &
  FooterPart &
  FootPart & {
    readonly message: string
    readonly workshop: string
    readonly sentence: string
    readonly open: boolean
    /** Further acts. */
    readonly acts: readonly NudgeButton[]
  }

type IdeasData = HeaderPart &
  TitlePart &
  FootPart & {
    readonly message: string
    readonly round: number
    readonly item: string
    readonly days: number
    /** '' when none waits: then nothing is asked. */
    readonly idea: string
    readonly text: SafeText | ''
    readonly detail: string
    /** A refused text. */
    readonly typed: PlainText
    /** Shown instead of the question once it is answered. */
    readonly answer: SafeText | ''
    readonly more: boolean
  }

type WorkshopNudgeCard = CardOf<'nudges/nudge/workshop', WorkshopData>
type IdeasNudgeCard = CardOf<'nudges/nudge/ideas', IdeasData>
export type IdeasAsked = WorkshopNudgeCard | IdeasNudgeCard

export function button(title: string, verb: string, data: NudgeButton['data'] = {}): NudgeButton {
  return { title, verb, data }
}

/** Opens the form of a post to the pilot's channels; none once they had one. */
export function publishButtons(
  { say }: Words,
  { id, round, item, publishedAt }: Placed,
): readonly NudgeButton[] {
  if (publishedAt !== undefined) return []
  return [button(say('nudge.publish'), 'nudges.post-form', { message: id, round, item })]
}

/** « Publié dimanche 2 mai, 8 h 47 », in the button's place. `at`: milliseconds. */
export function publishedText(words: Words, at: number): string {
  return words.say('nudge.published', { date: words.shortDay(at), time: words.time(at) })
}

/** The same as a paragraph; none where nothing was published. */
export function publishedSentences(
  words: Words,
  { publishedAt }: Placed,
): readonly { readonly text: string }[] {
  return publishedAt === undefined ? [] : [{ text: publishedText(words, publishedAt) }]
}

/** « Plus tard », « Pourquoi ce message ? »; for an item of a digest, first the way back to it. */
export function footOf(words: Words, shown: Placed, open: boolean): FootPart {
  const { foot: own } = foot(words, shown, open)
  const data = { message: shown.id, round: shown.round }
  const back = { ...button(words.say('message.back'), 'nudges.message', data), mode: 'primary' } as const
  return { foot: shown.item === '' ? own : [back, ...own] }
}

export function kindOf({ words, programme }: NudgeCardContext, direction: string): string {
  return words.say('nudge.kind', { topic: safe(directionName({ words, programme }, direction)) })
}

/** Unescaped. */
export function directionName(
  {
    words,
    programme,
  }: Pick<NudgeCardContext, 'words'> & { readonly programme: Pick<Programme, 'direction'> },
  id: string,
): string {
  return programme.direction(id)?.name ?? words.say('message.direction')
}

function soonText(words: Words, workshop: WorkshopSeen, now: number): string {
  const count = exact('seats', Math.max(0, workshop.capacity - workshop.seatsTaken))
  return words.say('nudge.workshop', { days: daysTo(workshop.startsAt, now, words.zone), count })
}

/** A workshop that starts soon, without acts once it is answered or over. `now`: milliseconds. */
export function workshopNudge(
  context: NudgeCardContext,
  shown: Placed,
  workshop: WorkshopSeen,
  now: number,
): WorkshopNudgeCard {
  const { words } = context
  const { icon, title, facts } = sheetOf(context, workshop)
  const open = isToCome(workshop.stage) && workshop.mine === undefined
  return {
    template: 'nudges/nudge/workshop',
    data: {
      icon,
      kind: kindOf(context, shown.direction),
      title,
      facts: [...facts, ...publishedSentences(words, shown).map(({ text }) => ({ icon: 'Megaphone', text }))],
      message: shown.id,
      workshop: workshop.id,
      sentence: open ? soonText(words, workshop, now) : '',
      open,
      acts: isAsked(workshop, now) ? publishButtons(words, shown) : [],
      footer: words.say('workshop.rules'),
      ...footOf(words, shown, open),
    },
  }
}

/** For the notification. */
export function workshopSummary(words: Words, workshop: WorkshopSeen, now: number): string {
  return plain(words.say('nudge.summary', { text: soonText(words, workshop, now), title: workshop.title }))
}

function detailOf({ words, programme }: NudgeCardContext, { axis = '', at }: Idea): string {
  const received = words.say('nudge.idea.received', { date: words.shortDay(at) })
  const name = programme.axis(axis)?.title[words.language]
  return name === undefined ? received : `${safe(name)} · ${received}`
}

type Waiting = {
  /** The oldest waiting idea; undefined when none waits. */
  readonly idea: Idea | undefined
  readonly more: boolean
  readonly typed?: string
  /** The answer just given to it. */
  readonly answer?: string
  /** Days after which an idea is due for an answer. */
  readonly days: number
}

export function ideasTitle(
  { say }: Words,
  { idea, more, days }: Pick<Waiting, 'idea' | 'more' | 'days'>,
): string {
  if (!idea) return say('nudge.ideas.none', { days })
  return say(more ? 'nudge.ideas.several' : 'nudge.ideas.one', { days })
}

/** Waiting ideas: the oldest can be answered on the card. */
export function ideasNudge(context: NudgeCardContext, shown: Placed, waiting: Waiting): IdeasNudgeCard {
  const { words } = context
  const { idea, more, typed = '', answer } = waiting
  return {
    template: 'nudges/nudge/ideas',
    data: {
      icon: 'ChatBubblesQuestion',
      kind: kindOf(context, shown.direction),
      title: answer === undefined ? ideasTitle(words, waiting) : words.say('nudge.ideas.answered'),
      message: shown.id,
      round: shown.round,
      item: shown.item,
      days: waiting.days,
      idea: idea?.id ?? '',
      text: idea ? safe(idea.text) : '',
      detail: idea ? detailOf(context, idea) : '',
      typed: prefilled(typed),
      answer: answer === undefined ? '' : safe(answer),
      more,
      ...footOf(words, shown, idea !== undefined && answer === undefined),
    },
  }
}
