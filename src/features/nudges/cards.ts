import type { FactsPart, FooterPart, FootPart, HeaderPart, TitlePart } from '../../cards/parts.ts'
import { kept, plain, safe } from '../../cards/text.ts'
import type { Words } from '../../i18n/words.ts'
import type { CardOf, PlainText, SafeText } from '../../kernel/card.ts'
import { exact } from '../../kernel/counts.ts'
import type { Idea } from '../ideas/index.ts'
import { foot } from '../messages/index.ts'
import type { Programme } from '../programme/index.ts'
import { sheetOf, type WorkshopSeen } from '../workshops/index.ts'
import { daysTo } from './domain.ts'
import type { RelayNudgeCard } from './relay-cards.ts'

export type Voice = { readonly words: Words; readonly programme: Pick<Programme, 'axis' | 'direction'> }

/** The message that a card shows. */
export type Shown = { readonly id: string; readonly round: number; readonly direction: string }

type WorkshopData = HeaderPart &
  TitlePart &
  FactsPart &
  FooterPart &
  FootPart & { readonly workshop: string; readonly sentence: string; readonly open: boolean }

type IdeasData = HeaderPart &
  TitlePart &
  FootPart & {
    readonly message: string
    readonly round: number
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

export type WorkshopNudgeCard = CardOf<'nudges/workshop', WorkshopData>
export type IdeasNudgeCard = CardOf<'nudges/ideas', IdeasData>
export type NudgeCard = WorkshopNudgeCard | IdeasNudgeCard | RelayNudgeCard

function kindOf({ words, programme }: Voice, direction: string): string {
  const name = programme.direction(direction)?.name ?? words.say('message.direction')
  return words.say('nudge.kind', { topic: safe(name) })
}

function soonText(words: Words, workshop: WorkshopSeen, now: number): string {
  const count = exact('seats', Math.max(0, workshop.capacity - workshop.seatsTaken))
  return words.say('nudge.workshop', { days: daysTo(workshop.startsAt, now, words.zone), count })
}

/** A workshop that starts soon. Once it is answered or over, the acts are gone. `now`: milliseconds. */
export function workshopNudge(
  voice: Voice,
  shown: Shown,
  workshop: WorkshopSeen,
  now: number,
): WorkshopNudgeCard {
  const { words } = voice
  const { icon, title, facts } = sheetOf(voice, workshop)
  const open = workshop.stage === 'announced' && workshop.mine === undefined
  return {
    template: 'nudges/workshop',
    data: {
      icon,
      kind: kindOf(voice, shown.direction),
      title,
      facts,
      workshop: workshop.id,
      sentence: open ? soonText(words, workshop, now) : '',
      open,
      footer: words.say('workshop.rules'),
      ...foot(words, shown, open),
    },
  }
}

/** For the notification. */
export function workshopSummary(words: Words, workshop: WorkshopSeen, now: number): string {
  return plain(words.say('nudge.summary', { text: soonText(words, workshop, now), title: workshop.title }))
}

function detailOf({ words, programme }: Voice, { axis = '', at }: Idea): string {
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
}

export function ideasTitle({ say }: Words, { idea, more }: Pick<Waiting, 'idea' | 'more'>): string {
  if (!idea) return say('nudge.ideas.none')
  return say(more ? 'nudge.ideas.several' : 'nudge.ideas.one')
}

/** Ideas that wait: the oldest is shown, to be answered in place. */
export function ideasNudge(voice: Voice, shown: Shown, waiting: Waiting): IdeasNudgeCard {
  const { words } = voice
  const { idea, more, typed = '', answer } = waiting
  return {
    template: 'nudges/ideas',
    data: {
      icon: 'ChatBubblesQuestion',
      kind: kindOf(voice, shown.direction),
      title: answer === undefined ? ideasTitle(words, waiting) : words.say('nudge.ideas.answered'),
      message: shown.id,
      round: shown.round,
      idea: idea?.id ?? '',
      text: idea ? safe(idea.text) : '',
      detail: idea ? detailOf(voice, idea) : '',
      typed: kept(typed),
      answer: answer === undefined ? '' : safe(answer),
      more,
      ...foot(words, shown, idea !== undefined && answer === undefined),
    },
  }
}
