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
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import { foot, type Message } from '../../messages/index.ts'
import { dayTitle, seriesHead } from '../series/cards.ts'
import type { SeriesSeen } from '../series/domain.ts'
import { placesOf, sheetOf, type WorkshopCardContext, whenText, whenWords } from '../workshop/cards.ts'
import type { SureCard } from '../workshop/confirmation-cards.ts'
import type { WorkshopSeen } from '../workshop/domain.ts'
import type { Concerned } from './domain.ts'

type Button = ButtonsPart['buttons'][number]

type Ask = HeaderPart &
  TitlePart &
  FactsPart &
  FooterPart & {
    readonly reason: PlainText
    readonly target: Readonly<Record<'workshop' | 'series', string>>
    readonly canMove: boolean
    readonly canPostpone: boolean
    readonly cancelTitle: string
    /** The consequence, with its count: set apart from harmless buttons. */
    readonly loses: string
    /** Goes back without a change. */
    readonly back: Pick<Button, 'verb' | 'data'>
  }

type Told = HeaderPart &
  TitlePart &
  FactsPart &
  FooterPart &
  FootPart & {
    readonly offers: readonly { readonly title: PlainText; readonly workshop: string }[]
    /** Address of the calendar file; '' for who had no seat. */
    readonly calendar: string
  }

type AskCard = CardOf<'workshops/cancellation/form', Ask>
type ToldCard = CardOf<'workshops/cancellation/called-off', Told>
export type CallOffCard = AskCard | ToldCard | SureCard

/** « 11 personnes ont une place, 3 attendent. » */
function concernedText({ say }: Words, { seated, waiting }: Concerned): string {
  if (seated + waiting === 0) return say('plan.off.nobody')
  return say('plan.off.told', { seats: exact('seats', seated), waiting: exact('seats', waiting) })
}

/** « 25 personnes recevront un message, avec la raison ; 2 ne peuvent pas être jointes : prévenez-les autrement. » */
export function reachText({ say }: Words, { seated, waiting, untold }: Concerned): string {
  const told = exact('seats', seated + waiting - untold)
  return say('off.reach', { told, untold: exact('seats', untold) })
}

/** « Annuler retire leur place à 11 personnes. » */
export function losesText({ say }: Words, { seated, waiting }: Concerned): string {
  return say('off.loses', { seats: exact('seats', seated), waiting: exact('seats', waiting) })
}

/** Asks for the reason, and whether the workshop is cancelled or postponed. */
export function callOffCard(
  context: WorkshopCardContext,
  workshop: WorkshopSeen,
  concerned: Concerned,
  reason = '',
): AskCard {
  const { words } = context
  const { say } = words
  const { link: _, openTitle: __, ...sheet } = sheetOf(context, workshop)
  const { id, stage } = workshop
  return {
    template: 'workshops/cancellation/form',
    data: {
      ...sheet,
      facts: [...sheet.facts, { icon: 'People', text: concernedText(words, concerned) }],
      reason: prefilled(reason),
      target: { workshop: id, series: '' },
      canMove: true,
      canPostpone: stage !== 'postponed',
      cancelTitle: say('off.cancel'),
      loses: losesText(words, concerned),
      back: { verb: 'workshops.mine', data: { workshop: id } },
      footer: reachText(words, concerned),
    },
  }
}

export function daysLeft(words: Words, { days }: SeriesSeen): FactsPart['facts'] {
  const left = days.filter(({ stage }) => stage !== 'over' && stage !== 'cancelled')
  return left.map(day => ({ icon: 'CalendarLtr', text: whenText(words, day) }))
}

/** Asks for the reason of cancelling a whole series. */
export function callOffSeriesCard(
  context: WorkshopCardContext,
  series: SeriesSeen,
  concerned: Concerned,
  reason = '',
): AskCard {
  const { words } = context
  const { say } = words
  const { description: _, ...head } = seriesHead(context, series)
  return {
    template: 'workshops/cancellation/form',
    data: {
      ...head,
      facts: [...daysLeft(words, series), { icon: 'People', text: concernedText(words, concerned) }],
      reason: prefilled(reason),
      target: { workshop: '', series: series.id },
      canMove: false,
      canPostpone: false,
      cancelTitle: say('off.cancel.series'),
      loses: losesText(words, concerned),
      back: { verb: 'workshops.series', data: { series: series.id } },
      footer: reachText(words, concerned),
    },
  }
}

/** « L’atelier « … » du jeudi 22 avril est annulé. Raison : … » */
export function calledOffSentence(words: Words, { title, stage, reason, ...moments }: WorkshopSeen): string {
  const when = whenWords(words, moments)
  const off = stage === 'postponed' ? 'postponed' : 'cancelled'
  return words.say(`off.told.${off}`, { title: safe(title), when, reason: safe(reason) })
}

export function seriesOffSentence(words: Words, { title }: SeriesSeen, reason: string): string {
  return words.say('off.told.series', { title: safe(title), reason: safe(reason) })
}

type ToldParts = {
  /** Days on which the person had a seat or was on the waiting list. */
  readonly days: readonly WorkshopSeen[]
  /** Other days with a free seat for the person. */
  readonly offers: readonly Offered[]
  readonly calendar: string
  readonly message: Pick<Message, 'id' | 'round'>
}

type Offered = Pick<WorkshopSeen, 'id' | 'startsAt'>

/** The date alone, which fits a button on a phone; with the time where two days offered have the same date. */
function offerText(words: Words, { id, startsAt }: Offered, offers: readonly Offered[]): string {
  const day = words.shortDay(startsAt)
  const shared = offers.some(other => other.id !== id && words.shortDay(other.startsAt) === day)
  return shared ? dayTitle(words, { startsAt }) : day
}

function footerOf(day: WorkshopSeen | undefined) {
  if (day?.stage !== 'postponed') return 'off.told.footer'
  return day.mine === 'waiting' ? 'off.told.footer.waiting' : 'off.told.footer.kept'
}

/** Notifies one person of a workshop that was called off. */
export function calledOffCard(
  context: WorkshopCardContext,
  { days, offers, calendar, message }: ToldParts,
): ToldCard {
  const { words } = context
  const [first] = days
  const { icon, kind, title } = first
    ? sheetOf(context, first)
    : { icon: 'CalendarLtr', kind: words.say('workshop.kind.alone'), title: words.say('series.kind.alone') }
  const factOf = (day: WorkshopSeen) => {
    const places = placesOf(words, day).map(({ text }) => text)
    return { icon: 'CalendarLtr', text: [whenText(words, day), ...places].join(' · ') }
  }
  return {
    template: 'workshops/cancellation/called-off',
    data: {
      icon,
      kind,
      badge:
        first?.stage === 'postponed'
          ? { text: words.say('workshop.stage.postponed'), tone: 'warning' }
          : { text: words.say('workshop.stage.cancelled'), tone: 'attention' },
      title,
      facts: days.map(factOf),
      offers: offers.map(day => ({
        title: plain(words.say('off.told.offer', { day: offerText(words, day, offers) })),
        workshop: day.id,
      })),
      calendar,
      ...foot(words, message, false),
      footer: words.say(footerOf(first)),
    },
  }
}
