import { momentCell } from '../../../files/date-cell.ts'
import type { WorkbookCell, WorkbookSheet } from '../../../files/workbook.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Programme } from '../../programme/index.ts'
import type { Idea } from '../idea/domain.ts'
import { supportsShown } from '../idea/support-count.ts'
import type { AxisCount, TableIdeas, WorkshopStep } from './counts.ts'
import type { SummarySeen } from './domain.ts'
import type { Presence } from './presence.ts'
import type { WorkshopVote } from './vote.ts'
import { voteFigures, voteFollows, voteOutcome } from './vote-cards.ts'

export type SummaryFileParts = {
  readonly words: Words
  readonly programme: Pick<Programme, 'axis' | 'direction'>
  readonly zone: string
}
type Row = readonly WorkbookCell[]

export function headRow({ say }: Words): Row {
  return [
    say('direction.file.what'),
    say('direction.file.value'),
    say('direction.file.precision'),
    say('direction.file.note'),
  ]
}

/** A figure that is counted. */
export const counted = ({ say }: Words, what: string, value: number, note = ''): Row => [
  what,
  value,
  say('direction.file.counted'),
  note,
]

/** Who was there: in all exactly, of a Direction about how many. */
export function peopleRows({ words, programme }: SummaryFileParts, presence: Presence): readonly Row[] {
  const { say } = words
  const { present, registered, directions } = presence
  const about = directions.map(
    ({ direction, about: said }): Row => [
      programme.direction(direction)?.name ?? direction,
      said,
      say('direction.file.estimate'),
      say('harvest.summary.file.present'),
    ],
  )
  const others: Row = [
    say('harvest.summary.others'),
    say('count.held', { count: 0 }),
    say('direction.file.estimate'),
    say('harvest.summary.file.present'),
  ]
  return [
    present === undefined
      ? [say('harvest.summary.file.present'), say('harvest.summary.file.unkept'), '', '']
      : counted(words, say('harvest.summary.file.present'), present),
    counted(words, say('harvest.summary.file.registered'), registered),
    ...about,
    ...(about.length > 0 ? [others] : []),
  ]
}

type Ideas = { readonly count: number; readonly answered: number; readonly axes: readonly AxisCount[] }

export function ideaRows({ words, programme }: SummaryFileParts, ideas: Ideas): readonly Row[] {
  const { say } = words
  return [
    counted(words, say('harvest.summary.file.ideas'), ideas.count),
    ...ideas.axes.map(({ axis, count }) => {
      const title = programme.axis(axis)?.title[words.language] ?? say('direction.noAxis')
      return counted(words, title, count, say('harvest.summary.file.ideas'))
    }),
    counted(words, say('harvest.summary.file.answered'), ideas.answered),
  ]
}

export function voteSheet(words: Words, votes: readonly WorkshopVote[]): readonly WorkbookSheet[] {
  const { say } = words
  const heads = [
    say('harvest.summary.file.question'),
    say('harvest.summary.file.table'),
    say('harvest.summary.file.outcome'),
    say('harvest.summary.file.figures'),
    say('direction.file.precision'),
    say('harvest.summary.next'),
  ]
  const rows = votes.map(vote => [
    vote.question,
    vote.table ?? '',
    voteOutcome(words, vote, String),
    voteFigures(words, vote),
    vote.votes > 0 ? say('direction.file.counted') : '',
    voteFollows(words, vote, String),
  ])
  return rows.length > 0 ? [{ name: say('harvest.summary.votes'), rows: [heads, ...rows] }] : []
}

const FROM = {
  summary: 'harvest.summary.from.summary',
  ballot: 'harvest.summary.from.ballot',
  idea: 'harvest.summary.from.idea',
} as const

export function stepSheet({ say }: Words, steps: readonly WorkshopStep[]): readonly WorkbookSheet[] {
  const heads = [
    say('harvest.summary.file.step'),
    say('harvest.summary.file.by'),
    say('harvest.summary.file.due'),
    say('harvest.summary.file.state'),
    say('harvest.summary.file.from'),
  ]
  const rows = steps.map(step => [
    step.text,
    step.by ?? say('step.by.lab'),
    step.due,
    say(`step.state.${step.state}`),
    say(FROM[step.subject.kind]),
  ])
  return rows.length > 0 ? [{ name: say('harvest.summary.steps'), rows: [heads, ...rows] }] : []
}

export function topSheet({ say }: Words, top: readonly Idea[]): readonly WorkbookSheet[] {
  const heads = [
    say('harvest.summary.file.idea'),
    say('harvest.summary.file.supports'),
    say('direction.file.precision'),
  ]
  const rows = top.map(idea => [idea.text, supportsShown(idea).supports, say('direction.file.counted')])
  return rows.length > 0 ? [{ name: say('harvest.summary.top'), rows: [heads, ...rows] }] : []
}

function tableSheet({ say }: Words, tables: readonly TableIdeas[]): readonly WorkbookSheet[] {
  const heads = [
    say('harvest.summary.file.table'),
    say('harvest.summary.file.ideas'),
    say('direction.file.precision'),
  ]
  const rows = tables.map(({ table, count }) => [table, count, say('direction.file.counted')])
  return rows.length > 0 ? [{ name: say('harvest.summary.tables'), rows: [heads, ...rows] }] : []
}

/** What the page of a summary shows, sheet by sheet: no name of anybody, and no number that the page does not show. */
export function summarySheets(parts: SummaryFileParts, seen: SummarySeen): readonly WorkbookSheet[] {
  const { words, zone } = parts
  const { say } = words
  const { workshop, summary } = seen
  const told: readonly Row[] = [
    [workshop.title, momentCell(workshop.startsAt, zone, words.language), '', ''],
    ...(summary
      ? [[say('harvest.summary.file.at'), momentCell(summary.at, zone, words.language), '', '']]
      : []),
    ...(summary && summary.next !== '' ? [[say('harvest.summary.next'), summary.next, '', '']] : []),
  ]
  const rows = [headRow(words), ...told, ...peopleRows(parts, seen.presence), ...ideaRows(parts, seen)]
  return [
    { name: say('harvest.summary.kind'), rows },
    ...topSheet(words, seen.top),
    ...voteSheet(words, seen.votes),
    ...stepSheet(words, seen.steps),
    ...tableSheet(words, seen.tables),
  ]
}
