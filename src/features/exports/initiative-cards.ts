import { momentCell } from '../../files/date-cell.ts'
import type { InitiativeUsecases } from '../initiatives/index.ts'
import { AT_ONCE } from './domain.ts'
import { axisOf, calledIn, directionOf, type ExportTableParts } from './label-cards.ts'
import { type ExportColumn, type ExportTable, everyPage, listed, tableOf } from './table.ts'

type Parts = ExportTableParts & { readonly initiatives: Pick<InitiativeUsecases, 'list'> }
type Seen = Awaited<ReturnType<InitiativeUsecases['list']>>['items'][number]

/** What stands on its sheet for everybody, without the names of those who take part. */
function columnsOf(parts: Parts): readonly ExportColumn<Seen>[] {
  const { words, zone } = parts
  const { say } = words
  return [
    { head: say('exports.id'), width: 20, cell: ({ id }) => id },
    { head: say('exports.title'), width: 50, cell: ({ title }) => title },
    { head: say('idea.axis'), width: 28, cell: ({ idea }) => axisOf(parts, idea) },
    { head: say('initiative.phase'), width: 12, cell: ({ phase }) => say(`initiative.phase.${phase}`) },
    { head: say('exports.since'), width: 12, cell: ({ at }) => momentCell(at, zone, words.language) },
    { head: say('exports.direction'), width: 28, cell: ({ idea }) => directionOf(parts, idea) },
    { head: say('exports.supports'), width: 10, cell: ({ idea }) => idea.supports },
    { head: say('exports.directions'), width: 12, cell: ({ idea }) => idea.directions },
    { head: say('exports.members'), width: 10, cell: ({ members }) => members },
    { head: say('exports.problem'), width: 60, cell: ({ problem }) => problem },
    { head: say('exports.story'), width: 60, cell: ({ story }) => story },
    { head: say('exports.inspiring'), width: 60, cell: ({ inspiring }) => inspiring },
    { head: say('exports.outcome'), width: 60, cell: ({ outcome }) => outcome },
  ]
}

export function initiativeTable(parts: Parts): ExportTable {
  const source = listed<Seen>(({ actor }) =>
    everyPage(after => parts.initiatives.list(actor, { sort: 'new' }, AT_ONCE, after)),
  )
  return tableOf(calledIn(parts.words, 'initiatives'), columnsOf(parts), source)
}
