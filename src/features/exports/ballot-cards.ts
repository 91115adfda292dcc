import { momentCell } from '../../files/date-cell.ts'
import { type BallotSeen, type BallotUsecases, isCancelled, showsTotals } from '../ballots/index.ts'
import { AT_ONCE, EVER } from './domain.ts'
import { axisOf, calledIn, type ExportTableParts } from './label-cards.ts'
import { type ExportColumn, type ExportTable, everyPage, listed, tableOf } from './table.ts'

type Parts = ExportTableParts & { readonly ballots: Pick<BallotUsecases, 'agenda'> }
/** One row per option of a ballot. */
type Line = { readonly ballot: BallotSeen; readonly option: BallotSeen['options'][number] }

function stateOf({ words: { say } }: ExportTableParts, ballot: BallotSeen): string {
  if (isCancelled(ballot)) return say('ballot.state.cancelled')
  return say(ballot.stage === 'closed' ? 'ballots.closed' : 'ballot.state.open')
}

/** Only what everybody may see today: no totals before the end where they are shown at the end. */
function countsOf({ ballot, option }: Line) {
  const told = showsTotals(ballot) && !isCancelled(ballot)
  // Shared points of a secret ballot do not say how many people gave them.
  const given = ballot.secret && ballot.kind === 'dots' ? '' : option.voters
  return told
    ? ({ voters: ballot.votes, votes: option.votes, given } as const)
    : { voters: '', votes: '', given: '' }
}

function columnsOf(parts: Parts): readonly ExportColumn<Line>[] {
  const { words, zone } = parts
  const { say } = words
  const moment = (at: number | undefined) =>
    at === undefined ? '' : momentCell(at, zone, words.language, true)
  return [
    { head: say('exports.id'), width: 20, cell: ({ ballot }) => ballot.id },
    { head: say('exports.question'), width: 50, cell: ({ ballot }) => ballot.question },
    { head: say('exports.kind'), width: 28, cell: ({ ballot }) => say(`ballot.kind.${ballot.kind}`) },
    {
      head: say('exports.secret'),
      width: 12,
      cell: ({ ballot }) => say(ballot.secret ? 'exports.yes' : 'exports.no'),
    },
    { head: say('exports.state'), width: 14, cell: ({ ballot }) => stateOf(parts, ballot) },
    { head: say('exports.opened'), width: 18, cell: ({ ballot }) => moment(ballot.opensAt) },
    { head: say('exports.closed'), width: 18, cell: ({ ballot }) => moment(ballot.closesAt) },
    { head: say('exports.quorum'), width: 10, cell: ({ ballot }) => ballot.quorum },
    { head: say('exports.voters'), width: 10, cell: line => countsOf(line).voters },
    { head: say('exports.option'), width: 50, cell: ({ option }) => option.title },
    { head: say('exports.idea'), width: 20, cell: ({ option }) => option.idea ?? '' },
    { head: say('idea.axis'), width: 28, cell: ({ option }) => axisOf(parts, option) },
    { head: say('exports.votes'), width: 14, cell: line => countsOf(line).votes },
    { head: say('exports.given'), width: 14, cell: line => countsOf(line).given },
  ]
}

export function ballotTable(parts: Parts): ExportTable {
  const source = listed<Line>(async function* ({ actor }) {
    for await (const ballots of everyPage(after => parts.ballots.agenda(actor, AT_ONCE, after, EVER)))
      yield ballots.flatMap(ballot => ballot.options.map(option => ({ ballot, option })))
  })
  return tableOf(calledIn(parts.words, 'ballots'), columnsOf(parts), source)
}
