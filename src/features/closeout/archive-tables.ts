import { type TableCell, tableText } from '../../files/csv-writer.ts'
import type { OpenData } from '../exports/index.ts'

type Row = readonly TableCell[]

/** Heads are the fields of the schema that lies beside them. */
type Table = { readonly name: string; readonly heads: readonly string[]; readonly rows: readonly Row[] }

const orEmpty = (cell: TableCell | null): TableCell => cell ?? ''

function workshopRows({ workshops }: OpenData): Row[] {
  return workshops.map(({ title, axis, startsAt, endsAt, state, seats, seatsTaken, directions }) => [
    ...[title, axis, startsAt, endsAt, state],
    ...[seats, seatsTaken, directions],
  ])
}

/** A row for each option; one without an option where the result is not shown. */
function ballotRows({ ballots }: OpenData): Row[] {
  return ballots.flatMap(({ question, kind, closedAt, result }): Row[] => {
    if (result === null) return [[question, kind, closedAt, '', '', '', '']]
    return result.options.map(({ title, axis, votes }) => [
      ...[question, kind, closedAt, result.voters],
      ...[orEmpty(title), orEmpty(axis), votes],
    ])
  })
}

function initiativeRows({ initiatives }: OpenData): Row[] {
  return initiatives.map(({ title, axis, phase, supports, directions }) => [
    ...[title, orEmpty(axis), phase],
    ...[supports, directions],
  ])
}

/** What trials taught, as it was re-read. */
function trialRows({ trials }: OpenData): Row[] {
  return trials.learnt.map(({ axis, decision, text }) => [orEmpty(axis), decision, text])
}

function ideaRows({ figures }: OpenData): Row[] {
  return (figures?.ideas ?? []).map(({ axis, state, count }) => [orEmpty(axis), state, count])
}

function tablesOf(data: OpenData): readonly Table[] {
  const span = ['title', 'axis', 'startsAt', 'endsAt', 'state', 'seats', 'seatsTaken', 'directions']
  const votes = ['question', 'kind', 'closedAt', 'voters', 'title', 'axis', 'votes']
  return [
    { name: 'ateliers', heads: span, rows: workshopRows(data) },
    { name: 'scrutins', heads: votes, rows: ballotRows(data) },
    {
      name: 'initiatives',
      heads: ['title', 'axis', 'phase', 'supports', 'directions'],
      rows: initiativeRows(data),
    },
    { name: 'essais', heads: ['axis', 'decision', 'text'], rows: trialRows(data) },
    { name: 'idees', heads: ['axis', 'state', 'count'], rows: ideaRows(data) },
  ]
}

/** What open data lists, as CSV for spreadsheets. */
export function archiveTables(data: OpenData): readonly { readonly name: string; readonly text: string }[] {
  return tablesOf(data).map(({ name, heads, rows }) => ({
    name: `tableaux/${name}.csv`,
    text: tableText([heads, ...rows]),
  }))
}
