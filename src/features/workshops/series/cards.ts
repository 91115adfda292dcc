import type { FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import type { CardOf, PlainText, SafeText } from '../../../kernel/text/card.ts'
import { areKept } from '../seats/domain.ts'
import { capitalised } from '../workshop/capitalisation.ts'
import { placesOf, type WorkshopCardContext, whenText } from '../workshop/cards.ts'
import { seatsLeft, type WorkshopSeen } from '../workshop/domain.ts'
import { lastDayText, momentText } from '../workshop/stage-cards.ts'
import { announcedOnly, openDays, opensLater, type SeriesSeen } from './domain.ts'

/** Template part `day-line`, once per day. */
type DaysPart = {
  readonly days: readonly { readonly when: string; readonly where: string; readonly state: string }[]
}

type Choice = { readonly title: PlainText; readonly value: string }

type Announcement = HeaderPart &
  TitlePart &
  DaysPart &
  FooterPart & {
    readonly description: SafeText | ''
    /** Number of days and seats; '' when all were called off. */
    readonly size: string
    /** Days to choose from; empty when registration is over for all. */
    readonly choices: readonly Choice[]
    /** The default: the first with a free seat. */
    readonly chosen: string
    readonly id: string
    /** Registration is still to open: one can ask to be told (`remindOn`), or take that back; '' when it is open. */
    readonly remind: string
    readonly remindOn: boolean
  }

export type SeriesCard = CardOf<'workshops/series/announcement', Announcement>

/** « jeudi 22 avril, 9 h 30 » */
export function dayTitle(words: Words, { startsAt }: Pick<WorkshopSeen, 'startsAt'>): string {
  return words.say('series.day', { day: words.shortDay(startsAt), time: words.time(startsAt) })
}

/**
 * Who free seats are kept for, and until when: otherwise somebody who may have none of them would read that seats are
 * left.
 */
function keptText(words: Words, day: WorkshopSeen, now: number): readonly string[] {
  if (!areKept(day, now)) return []
  const { say } = words
  const { reserved, quotas, releaseAt } = day
  const until = releaseAt === null ? '' : momentText(words, releaseAt)
  return [
    ...(reserved > 0 ? [say('series.day.reserved', { count: exact('seats', reserved) })] : []),
    ...(quotas ? [say(until ? 'series.day.quotas.until' : 'series.day.quotas', { until })] : []),
  ]
}

/** With the count in an answer to one person; on a card that stays, only whether there are any. */
function seatsText({ say }: Words, day: WorkshopSeen, counted: boolean): string {
  const { capacity } = day
  if (counted) return say('series.day.left', { left: exact('seats', seatsLeft(day)), capacity })
  return say('series.day.free', { capacity })
}

/** Seat status of a day, or the reason why none can be taken; the same for every reader. */
function dayState(words: Words, day: WorkshopSeen, now: number, counted: boolean): string {
  const { say } = words
  const { stage, capacity } = day
  switch (stage) {
    case 'draft':
      return say('series.day.draft', { capacity })
    case 'cancelled':
    case 'postponed':
      return say(`series.day.${stage}`, { reason: safe(day.reason), said: day.reason === '' ? 0 : 1 })
    case 'over':
      return say('series.day.over', { taken: exact('seats', day.seatsTaken), capacity })
    case 'underway':
      return say('workshop.underway')
    case 'closed':
      return say('series.day.closed')
    case 'full':
      return say('series.day.full', { capacity })
    default:
      return openText(words, day, now, counted)
  }
}

function openText(words: Words, day: WorkshopSeen, now: number, counted: boolean): string {
  const opens = opensLater(day, now)
  if (opens !== undefined) {
    const from = { date: words.shortDay(opens), time: words.time(opens) }
    const size = words.say('workshop.capacity', { capacity: day.capacity })
    return [size, ...keptText(words, day, now), words.say('series.day.opens', from)].join(' · ')
  }
  const parts = [seatsText(words, day, counted), ...keptText(words, day, now), lastDayText(words, day)]
  return parts.filter(Boolean).join(' · ')
}

/** The day's axis, where it differs from that of the series. */
function axisName(
  { words, programme }: WorkshopCardContext,
  { axis }: WorkshopSeen,
  series: Pick<SeriesSeen, 'axis'>,
): string[] {
  const own = axis === series.axis ? undefined : programme.axis(axis)
  return own ? [safe(own.title[words.language])] : []
}

type Lined = Pick<SeriesSeen, 'title' | 'axis' | 'now'>

/**
 * The three lines of a day, with its own title and axis where they differ from those of the series. `counted`: with the
 * number of free seats, for a card that one person reads.
 */
export function dayLine(context: WorkshopCardContext, day: WorkshopSeen, series: Lined, counted = false) {
  const { words } = context
  const places = placesOf(words, day).map(({ text }) => text)
  const named = day.title === series.title ? [] : [safe(day.title)]
  const when = day.stage === 'postponed' ? words.say('series.day.unknown') : whenText(words, day)
  const where = [...named, ...axisName(context, day, series), ...places].join(' · ')
  return { when, where, state: dayState(words, day, series.now, counted) }
}

const BADGES = {
  draft: ['workshop.stage.draft', 'neutral'],
  full: ['series.full', 'warning'],
  closed: ['series.closed', 'neutral'],
  underway: ['workshop.underway', 'brand'],
  over: ['series.over', 'neutral'],
  cancelled: ['series.cancelled', 'attention'],
} as const

/** Stage of the series in a word; while seats are free, that there are some, or (`counted`) how many on all days. */
export function seriesBadge(
  words: Words,
  series: SeriesSeen,
  counted = false,
): NonNullable<HeaderPart['badge']> {
  const { say } = words
  if (series.stage !== 'announced') {
    const [key, tone] = BADGES[series.stage]
    return { text: say(key), tone }
  }
  const free = series.days.filter(({ stage }) => stage === 'announced')
  if (free.every(day => opensLater(day, series.now) !== undefined))
    return { text: say('workshop.stage.announced'), tone: 'brand' }
  const left = free.reduce((sum, day) => sum + seatsLeft(day), 0)
  const text = counted ? say('workshop.seats', { count: exact('seats', left) }) : say('workshop.free')
  return { text, tone: 'good' }
}

/** « 5 journées, 700 places en tout »: without days that were called off. */
function sizeText({ say }: Words, { days }: Pick<SeriesSeen, 'days'>): string {
  const held = days.filter(({ stage }) => stage !== 'cancelled')
  const capacity = held.reduce((sum, day) => sum + day.capacity, 0)
  return held.length === 0 ? '' : say('series.size', { count: held.length, capacity })
}

/** Header and title, shared by all cards of a series. */
export function seriesHead({ words, programme }: WorkshopCardContext, series: SeriesSeen, counted = false) {
  const axis = programme.axis(series.axis)
  const name = axis ? safe(axis.title[words.language]) : ''
  return {
    icon: axis?.icon ?? 'CalendarLtr',
    kind: name === '' ? words.say('series.kind.alone') : words.say('series.kind', { axis: name }),
    badge: seriesBadge(words, series, counted),
    title: safe(series.title),
    description: series.description === '' ? ('' as const) : safe(series.description),
  }
}

/** Whom a card is for. `reminded`: they asked to be told when registration opens. */
type Reader = { readonly reminded: boolean }

/**
 * The card posted in a channel: its days, whether each has seats, and a button to each. Nothing on it goes out of date;
 * for one `reader`, also the number of free seats.
 */
export function seriesCard(context: WorkshopCardContext, whole: SeriesSeen, reader?: Reader): SeriesCard {
  const { words } = context
  const counted = reader !== undefined
  const series = announcedOnly(whole)
  const open = openDays(series)
  const choices = open.map(day => ({ title: plain(choiceTitle(words, day, series)), value: day.id }))
  const soon = series.days.some(day => day.stage === 'announced' && opensLater(day, series.now))
  const first = open.find(({ stage }) => stage === 'announced') ?? open[0]
  const data = {
    ...seriesHead(context, series, counted),
    size: sizeText(words, series),
    days: series.days.map(day => dayLine(context, day, series, counted)),
    choices,
    chosen: first?.id ?? '',
    id: series.id,
    ...remindAct(words, open.length === 0 && soon, reader),
    footer: words.say(open.length > 0 ? 'series.rules' : soon ? 'series.rules.soon' : 'series.rules.over'),
  }
  return { template: 'workshops/series/announcement', data }
}

/** The button before registration opens. */
function remindAct({ say }: Words, soon: boolean, { reminded }: Reader = { reminded: false }) {
  const title = say(reminded ? 'workshop.unremind' : 'workshop.remind')
  return { remind: soon ? title : '', remindOn: !reminded }
}

/** Label of a day in a choice: its date, and its own title where it has one. */
function choiceTitle(words: Words, day: WorkshopSeen, series: Pick<SeriesSeen, 'title'>): string {
  const when = capitalised(words, dayTitle(words, day))
  const title = day.title === series.title ? when : `${when} · ${day.title}`
  return day.stage === 'full' ? words.say('series.choose.full', { day: title }) : title
}

/** For notifications and where no card can be drawn. */
export function seriesSummary({ words }: WorkshopCardContext, { title, days }: SeriesSeen): string {
  return plain(words.say('series.summary', { title, count: days.length }))
}
