import type {
  ButtonsPart,
  FactsPart,
  FooterPart,
  HeaderPart,
  TabPart,
  TitlePart,
} from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { ICON } from '../card/frame-cards.ts'
import { axesText, type SummaryCardContext } from '../summary/cards.ts'
import { type VoteTexts, voteTexts } from '../summary/vote-cards.ts'
import { type SeriesSummary, type SummaryDay, summarisedDays } from './domain.ts'

type Sheet = HeaderPart &
  TitlePart &
  FactsPart &
  ButtonsPart &
  TabPart &
  FooterPart & {
    /** How many days, and how many of them are summarised. */
    readonly sentence: string
    readonly people: string
    readonly ideas: string
    readonly axes: string
    readonly votes: readonly VoteTexts[]
    /** How next steps stand; '' for none. */
    readonly steps: string
  }

export type SeriesSummaryCard = CardOf<'ideas/series-summary/sheet', Sheet>

/** Of a card: votes of the room alone, those of tables stand on the page. */
const VOTES = 5

/** « 612 personnes, 700 présences sur 5 journées » */
export function seriesPeopleText({ say }: Words, { people, registered }: SeriesSummary): string {
  const seats = exact('seats', registered)
  if (!people) return say('series.summary.registered', { registered: seats })
  return say('series.summary.people', {
    people: exact('present', people.distinct),
    present: exact('present', people.present),
    registered: seats,
  })
}

/** « 312 idées, dont 96 ont une réponse ou une décision. » */
export function seriesIdeasText({ say }: Words, { tally: { count, answered } }: SeriesSummary): string {
  return say('series.summary.ideas', { count, answered })
}

/** « 8 suites : 3 tenues, 4 à venir, 1 en retard. » */
export function seriesStepsText({ say }: Words, { steps, stepTally }: SeriesSummary): string {
  if (steps.length === 0) return ''
  const { kept, promised, late } = stepTally
  return say('series.summary.steps', { count: steps.length, kept, promised, late })
}

const STATES = {
  missing: 'series.summary.day.missing',
  ahead: 'series.summary.day.ahead',
  cancelled: 'series.summary.day.cancelled',
} as const

/** As a line begins. */
const atBegin = (text: string) => `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}`

/** « jeudi 20 mai · 118 présences · 42 idées » */
export function dayText({ say, shortDay }: Words, day: SummaryDay): string {
  const date = shortDay(day.startsAt)
  if (day.state !== 'summarised') return say(STATES[day.state], { date })
  const ideas = day.ideas ?? 0
  if (day.present === undefined) return say('series.summary.day.unkept', { date, ideas })
  return say('series.summary.day', { date, present: exact('present', day.present), ideas })
}

export function seriesSummaryText({ say }: Words, series: SeriesSummary): string {
  const { title, days } = series
  return plain(say('series.summary.told', { title, days: days.length, told: summarisedDays(days).length }))
}

/** The card of a series, as everybody in its channels reads it. `at`: when it was counted. */
export function seriesSummaryCard(
  context: SummaryCardContext,
  series: SeriesSummary,
  at: number,
): SeriesSummaryCard {
  const { words } = context
  const { say, shortDay, time } = words
  const { id, title, days, tally } = series
  const room = series.votes.filter(({ table }) => table === undefined)
  return {
    template: 'ideas/series-summary/sheet',
    data: {
      icon: ICON,
      kind: say('series.summary.kind'),
      title: safe(title),
      sentence: say('series.summary.days', { days: days.length, told: summarisedDays(days).length }),
      people: seriesPeopleText(words, series),
      ideas: seriesIdeasText(words, series),
      axes: axesText(context, tally.axes),
      facts: days.map(day => ({ icon: 'CalendarLtr', text: atBegin(dayText(words, day)) })),
      votes: room.slice(0, VOTES).map(vote => voteTexts(words, vote)),
      steps: seriesStepsText(words, series),
      buttons: [],
      inTab: { tab: 'personal', wanted: `series-summary:${id}` },
      footer: say('series.summary.counted', { date: shortDay(at), time: time(at) }),
    },
  }
}
