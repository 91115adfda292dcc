import { useRef } from 'react'
import type { PlanView } from '../../../../contract/workshops/planning.ts'
import { DataTable } from '../../../parts/lists/data-table.tsx'
import { usePaged } from '../../../parts/lists/paged.ts'
import { ReadOn } from '../../../parts/lists/read-on.tsx'
import { StaleNotice } from '../../../parts/notices/failure-page.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { SkeletonRows } from '../../../parts/start/skeleton.tsx'
import { sectionAddress, useFilters } from '../../parts/address.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import { SectionHead } from '../../parts/section-head.tsx'
import type { SectionProps } from '../../tab/sections.ts'
import { filtersIn, isNarrowed, PlanFilters, pathOf, Views } from './filters.tsx'
import { columnsFor, idOf, linkOf, rowsOf } from './rows.tsx'

const NONE = { coming: 'plan.none.coming', past: 'plan.none.past', drafts: 'plan.none.drafts' } as const
const CAPTION = { coming: 'plan.coming', past: 'plan.past', drafts: 'plan.drafts' } as const

/** All workshops and series: to come, over, not announced yet. */
export function ListPage({ call, reading }: Pick<SectionProps, 'call' | 'reading'>) {
  const { translator } = useSession()
  const { say } = translator
  const [asked] = useFilters()
  const filters = filtersIn(asked)
  const { items, readOn, failure, loadedAt, refresh } = usePaged<PlanView>(
    call,
    pathOf(filters),
    ['workshops'],
    'unread.workshops',
  )
  const body = useRef<HTMLElement>(null)
  const rows = rowsOf(items ?? [])
  return (
    <>
      <SectionHead
        title={say('section.workshops')}
        acts={
          !reading && (
            <>
              <LinkButton href={sectionAddress('workshops', 'new-series')}>{say('series.new')}</LinkButton>
              <LinkButton href={sectionAddress('workshops', 'new')} filled>
                {say('plan.new')}
              </LinkButton>
            </>
          )
        }
      />
      <Views when={filters.when} reading={reading} />
      <PlanFilters filters={filters} />
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
      {!items && !failure && <SkeletonRows count={6} />}
      {items && rows.length === 0 && (
        <p role="status" className="card panel">
          {say(isNarrowed(filters) ? 'plan.none.found' : NONE[filters.when])}
        </p>
      )}
      {rows.length > 0 && (
        <div className="card panel plans">
          <DataTable
            caption={say(CAPTION[filters.when])}
            rows={rows}
            idOf={idOf}
            columns={columnsFor(translator)}
            linkOf={row => linkOf(row, reading)}
            body={body}
          />
        </div>
      )}
      <ReadOn read={readOn} list={body} count={rows.length} />
    </>
  )
}
