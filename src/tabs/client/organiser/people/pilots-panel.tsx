import { Switch } from '@fluentui/react-components'
import { useRef } from 'react'
import type { PilotView } from '../../../contract/people/handover.ts'
import type { Call } from '../../data/api/call.ts'
import { DataTable, type TableColumn } from '../../parts/lists/data-table.tsx'
import { usePaged } from '../../parts/lists/paged.ts'
import { ReadOn } from '../../parts/lists/read-on.tsx'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { StateBadge } from '../../parts/panels/badge.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { capitalised } from '../../parts/words/capital.ts'
import { sectionAddress, useFilters } from '../parts/address.ts'

/** Directions with their pilot and deputy; optionally only those without a pilot. */
export function PilotsPanel({ call }: { call: Call }) {
  const { say } = useSession().translator
  const [filters, set] = useFilters()
  const lacking = filters.get('lacking') === '1'
  const body = useRef<HTMLElement>(null)
  const list = usePaged<PilotView>(
    call,
    lacking ? '/pilots?lacking=1' : '/pilots',
    ['people'],
    'unread.pilots',
  )
  const { items, readOn, failure, loadedAt, refresh } = list
  const columns: readonly TableColumn<PilotView>[] = [
    { id: 'direction', head: say('gallery.direction'), cell: ({ direction }) => direction.name },
    {
      id: 'pilot',
      head: capitalised(say('role.pilot')),
      plain: true,
      cell: ({ pilot, awaited }) => {
        if (pilot) return pilot.name
        if (awaited !== undefined) return say('staff.pilot.awaited', { name: awaited })
        return <StateBadge tone="warning">{say('staff.pilot.none')}</StateBadge>
      },
    },
    {
      id: 'deputy',
      head: capitalised(say('role.deputy')),
      cell: ({ deputies }) => deputies.map(({ name }) => name).join(', '),
    },
  ]
  return (
    <section className="card panel" aria-label={say('staff.pilots')}>
      <div className="panel-head">
        <Switch
          label={say('staff.pilots.lacking')}
          checked={lacking}
          onChange={(_, { checked }) => set('lacking', checked ? '1' : '')}
        />
      </div>
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
      {!items && !failure && <SkeletonRows count={6} />}
      {items?.length === 0 && <Notice tone="good">{say('pilots.none')}</Notice>}
      {items && items.length > 0 && (
        <DataTable
          caption={say('staff.pilots')}
          rows={items}
          idOf={({ direction }) => direction.id}
          columns={columns}
          linkOf={({ direction }) => sectionAddress('people', 'pilots', direction.id)}
          body={body}
        />
      )}
      <ReadOn read={readOn} list={body} count={items?.length ?? 0} />
    </section>
  )
}
