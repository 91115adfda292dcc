import { useRef } from 'react'
import type { BallotRow } from '../../../contract/ballots/sheets.ts'
import type { Call } from '../../data/api/call.ts'
import { pathTo } from '../../data/store/lists.ts'
import { DataTable } from '../../parts/lists/data-table.tsx'
import { usePaged } from '../../parts/lists/paged.ts'
import { ReadOn } from '../../parts/lists/read-on.tsx'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { sectionAddress } from '../parts/address.ts'
import { SectionHead } from '../parts/section-head.tsx'
import { useColumns } from './columns.tsx'

/** The votes of the tables of one workshop, each to be opened: one line stands for them in the list. */
export function TableVotesPage({ call, workshop }: { call: Call; workshop: string }) {
  const { say } = useSession().translator
  const path = pathTo('/workshops', workshop, 'table-votes')
  const votes = usePaged<BallotRow>(call, path, ['ballots'], 'unread.ballots')
  const body = useRef<HTMLDivElement>(null)
  const columns = useColumns()
  const { items, failure } = votes
  const [first] = items ?? []
  return (
    <>
      <SectionHead
        title={first?.named[0] ?? say('ballots.tables.head')}
        trail={[{ text: say('section.ballots'), href: sectionAddress('ballots') }]}
        about={say('ballots.tables.about')}
      />
      {failure && <StaleNotice failure={failure} loadedAt={votes.loadedAt} retry={votes.refresh} />}
      {!items && !failure && <SkeletonRows count={4} />}
      <div className="ballot-groups" ref={body} tabIndex={-1}>
        {items && items.length > 0 && (
          <section className="card ballot-group">
            <DataTable
              caption={say('ballots.tables.head')}
              captioned
              rows={items}
              idOf={({ id }) => id}
              columns={columns}
              linkOf={({ id }) => sectionAddress('ballots', id)}
            />
          </section>
        )}
        {items?.length === 0 && <p className="card panel">{say('ballots.tables.none')}</p>}
      </div>
      <ReadOn read={votes.readOn} list={body} count={items?.length ?? 0} />
    </>
  )
}
