import { safe } from '../../../cards/text.ts'
import type { SafeText } from '../../../kernel/text/card.ts'
import type { WorkshopCardContext } from '../workshop/cards.ts'
import { comes, isToCome, type WorkshopSeen } from '../workshop/domain.ts'
import { dayLine, type SeriesCard, seriesCard } from './cards.ts'
import { announcedOnly, openDays, type SeriesSeen } from './domain.ts'

type Card = SeriesCard['data']

/** A series within another card: what its announcement shows, and what its reader may do. */
export type SeriesOffer = Pick<
  Card,
  'description' | 'size' | 'days' | 'choices' | 'chosen' | 'remind' | 'remindOn'
> & {
  readonly title: SafeText
  readonly rules: string
  /** A day on which the reader has a seat, an offer, or waits; '' without one. */
  readonly own: string
}

/**
 * The series as its announcement shows it. For one reader, who is known by `mine`: their own answer stands on its day,
 * which is offered no more.
 */
export function seriesOffer(context: WorkshopCardContext, whole: SeriesSeen): SeriesOffer {
  const reminded = whole.days.some(day => day.reminded === true)
  const card = seriesCard(context, whole, { reminded }).data
  const { description, size, choices, footer, remind, remindOn } = card
  const series = announcedOnly(whole)
  const taken = series.days.filter(({ mine, stage }) => comes(mine) && stage !== 'cancelled')
  const left = choices.filter(({ value }) => !taken.some(({ id }) => id === value))
  const free = openDays(series).find(({ id, stage }) => stage === 'announced' && isAmong(left, id))
  return {
    title: safe(series.title),
    description,
    size,
    days: series.days.map(day => ownLine(context, day, series)),
    choices: left,
    chosen: free?.id ?? left[0]?.value ?? '',
    rules: footer,
    remind,
    remindOn,
    own: taken[0]?.id ?? '',
  }
}

function isAmong(choices: Card['choices'], id: string): boolean {
  return choices.some(({ value }) => value === id)
}

const OWN = { yes: 'workshop.joined', offered: 'workshop.toConfirm', waiting: 'series.day.waiting' } as const

/** The day, with the reader's own answer instead of its free seats. */
function ownLine(context: WorkshopCardContext, day: WorkshopSeen, series: SeriesSeen) {
  const line = dayLine(context, day, series)
  const { mine, stage } = day
  if (!isToCome(stage) || mine === undefined || mine === 'no') return line
  return { ...line, state: context.words.say(OWN[mine]) }
}
