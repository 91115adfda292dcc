import type {
  ButtonsPart,
  FactsPart,
  FooterPart,
  FootPart,
  HeaderPart,
  TitlePart,
} from '../../cards/parts.ts'
import { kept, plain, safe } from '../../cards/text.ts'
import type { Words } from '../../i18n/words.ts'
import type { CardOf, PlainText } from '../../kernel/card.ts'
import { foot, type Message } from '../messages/index.ts'
import { placesOf, sheetOf, type Voice, whenText, whenWords } from './cards.ts'
import type { WorkshopSeen } from './domain.ts'
import type { SeriesSeen } from './series.ts'
import { dayTitle, seriesHead } from './series-cards.ts'

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
    /** Changes nothing, and goes back to where one came from. */
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

type AskCard = CardOf<'workshops/call-off', Ask>
type ToldCard = CardOf<'workshops/called-off', Told>
export type CallOffCard = AskCard | ToldCard

/** Asks why one workshop does not take place, and whether it will later. */
export function callOffCard(voice: Voice, workshop: WorkshopSeen, reason = ''): AskCard {
  const { say } = voice.words
  const { link: _, openTitle: __, ...sheet } = sheetOf(voice, workshop)
  const { id, stage } = workshop
  return {
    template: 'workshops/call-off',
    data: {
      ...sheet,
      reason: kept(reason),
      target: { workshop: id, series: '' },
      canMove: true,
      canPostpone: stage !== 'postponed',
      cancelTitle: say('off.cancel'),
      back: { verb: 'workshops.mine', data: { workshop: id } },
      footer: say('off.footer'),
    },
  }
}

/** Asks why a whole series does not take place. */
export function callOffSeriesCard(voice: Voice, series: SeriesSeen, reason = ''): AskCard {
  const { say } = voice.words
  const { description: _, ...head } = seriesHead(voice, series)
  const days = series.days.filter(({ stage }) => stage !== 'over' && stage !== 'cancelled')
  return {
    template: 'workshops/call-off',
    data: {
      ...head,
      facts: days.map(day => ({ icon: 'CalendarLtr', text: whenText(voice.words, day) })),
      reason: kept(reason),
      target: { workshop: '', series: series.id },
      canMove: false,
      canPostpone: false,
      cancelTitle: say('off.cancel.series'),
      back: { verb: 'workshops.series', data: { series: series.id } },
      footer: say('off.footer'),
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
  /** Days that the person was to come to, or waited for. */
  readonly days: readonly WorkshopSeen[]
  /** Days with a seat for the person. */
  readonly offers: readonly Offered[]
  readonly calendar: string
  readonly message: Pick<Message, 'id' | 'round'>
}

type Offered = Pick<WorkshopSeen, 'id' | 'startsAt'>

/** The day alone, which a button holds on a phone; with the time where another begins on that day too. */
function offerText(words: Words, { id, startsAt }: Offered, offers: readonly Offered[]): string {
  const day = words.shortDay(startsAt)
  const shared = offers.some(other => other.id !== id && words.shortDay(other.startsAt) === day)
  return shared ? dayTitle(words, { startsAt }) : day
}

function footerOf(day: WorkshopSeen | undefined) {
  if (day?.stage !== 'postponed') return 'off.told.footer'
  return day.mine === 'waiting' ? 'off.told.footer.waiting' : 'off.told.footer.kept'
}

/** A message to one person whose day does not take place. */
export function calledOffCard(voice: Voice, { days, offers, calendar, message }: ToldParts): ToldCard {
  const { words } = voice
  const [first] = days
  const { icon, kind, title } = first
    ? sheetOf(voice, first)
    : { icon: 'CalendarLtr', kind: words.say('workshop.kind.alone'), title: words.say('series.kind.alone') }
  const factOf = (day: WorkshopSeen) => {
    const places = placesOf(words, day).map(({ text }) => text)
    return { icon: 'CalendarLtr', text: [whenText(words, day), ...places].join(' · ') }
  }
  return {
    template: 'workshops/called-off',
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
