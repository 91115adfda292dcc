import type { FooterPart, HeaderPart, TitlePart } from '../../cards/parts.ts'
import { plain, safe } from '../../cards/text.ts'
import type { Words } from '../../i18n/words.ts'
import type { CardOf, PlainText, SafeText } from '../../kernel/card.ts'
import { exact } from '../../kernel/counts.ts'
import { capitalised, placesOf, type Voice, whenText } from './cards.ts'
import { seatsLeft, type WorkshopSeen } from './domain.ts'
import { areKept } from './seats.ts'
import { announcedOnly, openDays, opensLater, type SeriesSeen } from './series.ts'

/** `day-line`, once for each. */
export type DaysPart = {
  readonly days: readonly { readonly when: string; readonly where: string; readonly state: string }[]
}

type Choice = { readonly title: PlainText; readonly value: string }

type Announcement = HeaderPart &
  TitlePart &
  DaysPart &
  FooterPart & {
    readonly description: SafeText | ''
    /** Days that can be chosen; none once there is nothing left to register for. */
    readonly choices: readonly Choice[]
    /** The first of them with a seat. */
    readonly chosen: string
  }

export type SeriesCard = CardOf<'workshops/series', Announcement>

/** « jeudi 22 avril, 9 h 30 » */
export function dayTitle(words: Words, { startsAt }: Pick<WorkshopSeen, 'startsAt'>): string {
  return words.say('series.day', { day: words.shortDay(startsAt), time: words.time(startsAt) })
}

/** For whom its free seats are kept: without it, somebody who may have none of them reads that seats are left. */
function keptText({ say }: Words, day: WorkshopSeen, now: number): readonly string[] {
  if (!areKept(day, now)) return []
  const { reserved, quotas } = day
  return [
    ...(reserved > 0 ? [say('series.day.reserved', { count: exact('seats', reserved) })] : []),
    ...(quotas ? [say('series.day.quotas')] : []),
  ]
}

/** What can be said of a day's seats, or why there are none: totals, nobody's answer. */
function dayState(words: Words, day: WorkshopSeen, now: number): string {
  const { say } = words
  const { stage, capacity } = day
  const left = exact('seats', seatsLeft(day))
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
    default: {
      const seats = [say('series.day.left', { left, capacity }), ...keptText(words, day, now)]
      const opens = opensLater(day, now)
      if (opens === undefined) return seats.join(' · ')
      const from = { date: words.shortDay(opens), time: words.time(opens) }
      return [...seats, say('series.day.opens', from)].join(' · ')
    }
  }
}

/** A day in its three lines. `titled`: with its own name, where it has another than the series. */
export function dayLine(words: Words, day: WorkshopSeen, series: Pick<SeriesSeen, 'title' | 'now'>) {
  const places = placesOf(words, day).map(({ text }) => text)
  const named = day.title === series.title ? [] : [safe(day.title)]
  const when = day.stage === 'postponed' ? words.say('series.day.unknown') : whenText(words, day)
  return { when, where: [...named, ...places].join(' · '), state: dayState(words, day, series.now) }
}

const BADGES = {
  draft: ['workshop.stage.draft', 'neutral'],
  full: ['series.full', 'warning'],
  closed: ['series.closed', 'neutral'],
  underway: ['workshop.underway', 'brand'],
  over: ['series.over', 'neutral'],
  cancelled: ['series.cancelled', 'attention'],
} as const

/** Its state in a word; while there are seats, how many are left on all days together. */
export function seriesBadge({ say }: Words, series: SeriesSeen): NonNullable<HeaderPart['badge']> {
  if (series.stage !== 'announced') {
    const [key, tone] = BADGES[series.stage]
    return { text: say(key), tone }
  }
  const left = series.days
    .filter(({ stage }) => stage === 'announced')
    .reduce((sum, day) => sum + seatsLeft(day), 0)
  return { text: say('workshop.seats', { count: exact('seats', left) }), tone: 'good' }
}

/** Header and title, the same on every card of one series. */
export function seriesHead({ words, programme }: Voice, series: SeriesSeen) {
  const axis = programme.axis(series.axis)
  const name = axis ? safe(axis.title[words.language]) : ''
  return {
    icon: axis?.icon ?? 'CalendarLtr',
    kind: name === '' ? words.say('series.kind.alone') : words.say('series.kind', { axis: name }),
    badge: seriesBadge(words, series),
    title: safe(series.title),
    description: series.description === '' ? ('' as const) : safe(series.description),
  }
}

/** What everybody in the channel sees: its days with the seats that are left, and a way into each. */
export function seriesCard(voice: Voice, whole: SeriesSeen): SeriesCard {
  const { words } = voice
  const series = announcedOnly(whole)
  const open = openDays(series)
  const choices = open.map(day => ({ title: plain(choiceTitle(words, day, series)), value: day.id }))
  const soon = series.days.some(day => day.stage === 'announced' && opensLater(day, series.now))
  const first = open.find(({ stage }) => stage === 'announced') ?? open[0]
  const data = {
    ...seriesHead(voice, series),
    days: series.days.map(day => dayLine(words, day, series)),
    choices,
    chosen: first?.id ?? '',
    footer: words.say(open.length > 0 ? 'series.rules' : soon ? 'series.rules.soon' : 'series.rules.over'),
  }
  return { template: 'workshops/series', data }
}

/** To choose it by: the day, and its own name where it has one. */
function choiceTitle(words: Words, day: WorkshopSeen, series: Pick<SeriesSeen, 'title'>): string {
  const when = capitalised(words, dayTitle(words, day))
  const title = day.title === series.title ? when : `${when} · ${day.title}`
  return day.stage === 'full' ? words.say('series.choose.full', { day: title }) : title
}

/** For notifications and where no card can be drawn. */
export function seriesSummary({ words }: Voice, { title, days }: SeriesSeen): string {
  return plain(words.say('series.summary', { title, count: days.length }))
}
