import { momentCell } from '../../../files/date-cell.ts'
import type { WorkbookSheet } from '../../../files/workbook.ts'
import {
  counted,
  headRow,
  ideaRows,
  type SummaryFileParts,
  stepSheet,
  topSheet,
  voteSheet,
} from '../summary/file-cards.ts'
import type { SeriesSummary, SummaryDay } from './domain.ts'

const STATES = {
  summarised: 'series.summary.file.summarised',
  missing: 'series.summary.file.missing',
  ahead: 'series.summary.file.ahead',
  cancelled: 'series.summary.file.cancelled',
} as const

/** A day that has no summary is named, and nothing of it counted. */
function daySheet({ words, zone }: SummaryFileParts, days: readonly SummaryDay[]): WorkbookSheet {
  const { say } = words
  const heads = [
    say('direction.file.date'),
    say('direction.file.workshop'),
    say('harvest.summary.file.state'),
    say('harvest.summary.file.present'),
    say('harvest.summary.file.ideas'),
    say('direction.file.precision'),
    say('harvest.summary.next'),
  ]
  const rows = days.map(({ startsAt, title, state, present, ideas, next }) => [
    momentCell(startsAt, zone, words.language),
    title,
    say(STATES[state]),
    present ?? '',
    ideas ?? '',
    state === 'summarised' ? say('direction.file.counted') : '',
    next ?? '',
  ])
  return { name: say('series.summary.file.days'), rows: [heads, ...rows] }
}

/** What the page of a series shows, sheet by sheet: no name of anybody, no Direction, and no number that it does not show. */
export function seriesSheets(parts: SummaryFileParts, series: SeriesSummary): readonly WorkbookSheet[] {
  const { words } = parts
  const { say } = words
  const { people, registered, tally, stepTally, votes, steps } = series
  const rows = [
    headRow(words),
    [series.title, '', '', ''],
    ...(people
      ? [
          counted(words, say('series.summary.file.people'), people.distinct),
          counted(words, say('series.summary.file.presences'), people.present),
        ]
      : []),
    counted(words, say('harvest.summary.file.registered'), registered),
    ...ideaRows(parts, tally),
    counted(words, say('harvest.summary.votes'), votes.length),
    counted(words, say('series.summary.file.kept'), stepTally.kept),
    counted(words, say('series.summary.file.promised'), stepTally.promised),
    counted(words, say('series.summary.file.late'), stepTally.late),
  ]
  return [
    { name: say('series.summary.kind'), rows },
    daySheet(parts, series.days),
    ...topSheet(words, series.top),
    ...voteSheet(words, votes),
    ...stepSheet(words, steps),
  ]
}
