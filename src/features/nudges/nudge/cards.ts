import type {
  ButtonsPart,
  FactsPart,
  FooterPart,
  FootPart,
  HeaderPart,
  TitlePart,
} from '../../../cards/parts.ts'
import { kept, plain, safe } from '../../../cards/text.ts'
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

/** The message that a card shows; `item`: which of a digest's things, '' for a message of one thing. */
export type Placed = {
  readonly id: string
  readonly round: number
  readonly direction: string
  readonly item: string
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
    /** What is offered besides the answer. */
    readonly acts: readonly NudgeButton[]
  }

type IdeasData = HeaderPart &
  TitlePart &
  FootPart & {
    readonly message: string
    readonly round: number
    readonly item: string
    readonly days: number
    /** '' when none waits: nothing is asked then. */
    readonly idea: string
    readonly text: SafeText | ''
    readonly detail: string
    /** What was typed before, if it was refused. */
    readonly typed: PlainText
    /** Answered: shown with its answer, no longer asked. */
    readonly answer: SafeText | ''
    readonly more: boolean
  }

type WorkshopNudgeCard = CardOf<'nudges/nudge/workshop', WorkshopData>
type IdeasNudgeCard = CardOf<'nudges/nudge/ideas', IdeasData>
export type IdeasAsked = WorkshopNudgeCard | IdeasNudgeCard

export function button(title: string, verb: string, data: NudgeButton['data'] = {}): NudgeButton {
  return { title, verb, data }
}

/** The way to a text that the pilot can change before it goes to their channels. */
export function publishButton({ say }: Words, { id, round, item }: Placed): NudgeButton {
  return button(say('nudge.publish'), 'nudges.post-form', { message: id, round, item })
}

/** « Plus tard », « Pourquoi ce message ? »; from one of a digest's things, the way back to all of them first. */
export function footOf(words: Words, shown: Placed, open: boolean): FootPart {
  const { foot: own } = foot(words, shown, open)
  const data = { message: shown.id, round: shown.round }
  const back = { ...button(words.say('message.back'), 'nudges.message', data), mode: 'primary' } as const
  return { foot: shown.item === '' ? own : [back, ...own] }
}

export function kindOf({ words, programme }: NudgeCardContext, direction: string): string {
  return words.say('nudge.kind', { topic: safe(directionName({ words, programme }, direction)) })
}

/** As it was typed: not yet safe. */
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

/** A workshop that starts soon. Once it is answered or over, the acts are gone. `now`: milliseconds. */
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
      facts,
      message: shown.id,
      workshop: workshop.id,
      sentence: open ? soonText(words, workshop, now) : '',
      open,
      acts: isAsked(workshop, now) ? [publishButton(words, shown)] : [],
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
  /** The one that is asked about; undefined when none waits. */
  readonly idea: Idea | undefined
  readonly more: boolean
  readonly typed?: string
  /** What was just answered to it. */
  readonly answer?: string
  /** Days after which an idea is asked about. */
  readonly days: number
}

export function ideasTitle(
  { say }: Words,
  { idea, more, days }: Pick<Waiting, 'idea' | 'more' | 'days'>,
): string {
  if (!idea) return say('nudge.ideas.none', { days })
  return say(more ? 'nudge.ideas.several' : 'nudge.ideas.one', { days })
}

/** Ideas that wait: the oldest is shown, to be answered in place. */
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
      typed: kept(typed),
      answer: answer === undefined ? '' : safe(answer),
      more,
      ...footOf(words, shown, idea !== undefined && answer === undefined),
    },
  }
}
