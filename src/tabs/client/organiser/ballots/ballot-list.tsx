import { Button } from '@fluentui/react-components'
import { useRef } from 'react'
import type { BallotRow } from '../../../contract/ballots/sheets.ts'
import type { Call } from '../../data/api/call.ts'
import { worst } from '../../data/api/failure.ts'
import { DataTable } from '../../parts/lists/data-table.tsx'
import { usePaged } from '../../parts/lists/paged.ts'
import { ReadOn } from '../../parts/lists/read-on.tsx'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { sectionAddress } from '../parts/address.ts'
import { SectionHead } from '../parts/section-head.tsx'
import { AwaitedGroup } from './awaited-group.tsx'
import { useColumns } from './columns.tsx'

function Group({ caption, ballots }: { caption: string; ballots: readonly BallotRow[] }) {
  const columns = useColumns()
  if (ballots.length === 0) return null
  return (
    <section className="card ballot-group">
      <DataTable
        caption={caption}
        captioned
        rows={ballots}
        idOf={({ id }) => id}
        columns={columns}
        linkOf={({ id, tables }) =>
          tables ? sectionAddress('ballots', 'tables', tables.workshop) : sectionAddress('ballots', id)
        }
      />
    </section>
  )
}

/** Those of which it is to be said what follows, those that wait to be opened, those that run, then those that closed. */
export function BallotList({ call, reading }: { call: Call; reading: boolean }) {
  const { say } = useSession().translator
  // An observer reads none that was not opened.
  const waiting = usePaged<BallotRow>(
    call,
    reading ? '/ballots/all' : '/ballots/waiting',
    ['ballots'],
    'unread.ballots',
  )
  const all = usePaged<BallotRow>(call, '/ballots/all', ['ballots'], 'unread.ballots')
  const body = useRef<HTMLDivElement>(null)
  const failure = worst([waiting.failure, all.failure].filter(each => each !== undefined))
  const prepared = reading ? [] : (waiting.items ?? [])
  const known = all.items !== undefined && waiting.items !== undefined
  const items = all.items ?? []
  const none = known && prepared.length + items.length === 0
  return (
    <>
      <SectionHead
        title={say('section.ballots')}
        acts={
          !reading && (
            <Button as="a" appearance="primary" href={sectionAddress('ballots', 'new')}>
              {say('ballots.new')}
            </Button>
          )
        }
      />
      {failure && (
        <StaleNotice
          failure={failure}
          loadedAt={all.loadedAt}
          retry={() => Promise.all([waiting.refresh(), all.refresh()]).then(() => {})}
        />
      )}
      {!known && !failure && <SkeletonRows count={4} />}
      {none && <p className="card panel">{say(reading ? 'empty.ballots' : 'ballots.empty')}</p>}
      <div className="ballot-groups" ref={body} tabIndex={-1}>
        {!reading && <AwaitedGroup />}
        <Group caption={say('ballots.waiting')} ballots={prepared} />
        <Group caption={say('ballots.running')} ballots={items.filter(({ stage }) => stage === 'open')} />
        <Group caption={say('ballots.closed')} ballots={items.filter(({ stage }) => stage === 'closed')} />
      </div>
      <ReadOn read={all.readOn} list={body} count={body.current?.children.length ?? 0} />
    </>
  )
}
