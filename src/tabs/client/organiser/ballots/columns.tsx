import type { BallotRow } from '../../../contract/ballots/sheets.ts'
import type { TableColumn } from '../../parts/lists/data-table.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { capitalised } from '../../parts/words/capital.ts'
import { momentOf, turnoutOf } from './stage.tsx'

/** What lists by stage say of a ballot, or of all votes of a workshop's tables in one line. */
export function useColumns(): readonly TableColumn<BallotRow>[] {
  const { translator } = useSession()
  const { say } = translator
  return [
    {
      id: 'question',
      head: say('ballot.field.question'),
      cell: ({ question, tables }) =>
        tables ? say('ballots.tables', { title: tables.title, count: tables.count }) : question,
    },
    {
      id: 'when',
      head: say('ballots.when'),
      plain: true,
      cell: ballot => capitalised(momentOf(ballot, translator)),
    },
    {
      id: 'turnout',
      head: say('ballots.turnout'),
      plain: true,
      cell: ballot => {
        if (!ballot.tables) return turnoutOf(ballot, translator)
        const { open } = ballot.tables
        return open > 0 ? say('ballots.tables.open', { count: open }) : ''
      },
    },
  ]
}
