import { number } from '../../../../i18n/format.ts'
import type { BallotView } from '../../../contract/ballots/ballots.ts'
import { DataTable, type TableColumn } from '../../parts/lists/data-table.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { momentDay } from '../../parts/words/days.ts'

/** How many voted of those called, for each ballot of the last month; exact, as its card says. */
export function Turnouts({ ballots }: { ballots: readonly BallotView[] }) {
  const { translator, programme } = useSession()
  const { say, share, language } = translator
  const columns: readonly TableColumn<BallotView>[] = [
    { id: 'question', head: say('figures.ballot'), cell: ({ question }) => question },
    {
      id: 'end',
      head: say('figures.ballot.end'),
      cell: ({ closesAt }) => momentDay(closesAt, programme.today, translator),
    },
    {
      id: 'votes',
      head: say('figures.ballot.votes'),
      numeric: true,
      cell: ({ votes }) => number(votes, language),
    },
    {
      id: 'voters',
      head: say('figures.ballot.voters'),
      numeric: true,
      cell: ({ voters }) => (voters === undefined ? '' : number(voters, language)),
    },
    {
      id: 'share',
      head: say('figures.turnout'),
      numeric: true,
      cell: ({ votes, voters, withheld }) => (voters === undefined || withheld ? '' : share(votes, voters)),
    },
  ]
  return (
    <Panel title={say('figures.ballots')}>
      {ballots.length === 0 ? (
        <p>{say('figures.ballots.none')}</p>
      ) : (
        <DataTable caption={say('figures.ballots')} rows={ballots} idOf={({ id }) => id} columns={columns} />
      )}
    </Panel>
  )
}
