import type { DirectionsView } from '../../../contract/ballots/results.ts'
import type { BallotSheet } from '../../../contract/ballots/sheets.ts'
import { pathTo } from '../../data/store/lists.ts'
import { DataTable } from '../../parts/lists/data-table.tsx'
import { useReading } from '../../parts/lists/reading.ts'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'

/** With fewer votes nothing is shown by Direction. */
const STEP = 5

function Table({ sheet }: { sheet: BallotSheet }) {
  const { translator } = useSession()
  const { say } = translator
  const { value, failure, again } = useReading<DirectionsView>(pathTo('/ballots', sheet.id, 'directions'))
  if (failure) return <StaleNotice failure={failure} loadedAt={undefined} retry={again} />
  if (!value) return <SkeletonRows />
  if (value.items.length === 0) return <p className="quiet">{say('ballot.byDirection.kept')}</p>
  return (
    <>
      <DataTable
        caption={say('ballot.byDirection.title')}
        rows={value.items}
        idOf={({ id }) => id}
        columns={[
          { id: 'name', head: say('gallery.direction'), cell: ({ name }) => name },
          {
            id: 'turnout',
            head: say('ballots.turnout'),
            cell: ({ votes, voters, share, small }) =>
              small
                ? say('ballot.direction.small')
                : say('ballot.direction', { votes, voters, share: translator.share(share, 100) }),
          },
        ]}
      />
      <p className="quiet">{say('ballot.byDirection.note')}</p>
    </>
  )
}

/** The turn-out of each Direction that was asked, once it has closed, in the programme's order. */
export function Turnouts({ sheet }: { sheet: BallotSheet }) {
  const { say } = useSession().translator
  const { audience, named, votes, stage, cancelled } = sheet
  const asked = audience === 'everybody' || (audience === 'directions' && named.length > 1)
  if (stage !== 'closed' || cancelled || votes < STEP || !asked) return null
  return (
    <Panel title={say('ballot.byDirection.title')}>
      <Table sheet={sheet} />
    </Panel>
  )
}
