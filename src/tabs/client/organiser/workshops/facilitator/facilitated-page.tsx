import { lazy } from 'react'
import type { KeptDayView } from '../../../../contract/attendance.ts'
import { worst } from '../../../data/api/failure.ts'
import { StaleNotice } from '../../../parts/notices/failure-page.tsx'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { SkeletonRows } from '../../../parts/start/skeleton.tsx'
import { sectionAddress } from '../../parts/address.ts'
import { SectionHead } from '../../parts/section-head.tsx'
import type { SectionProps } from '../../tab/sections.ts'
import { useWorkshops } from './reading.ts'
import { WorkshopChoice } from './workshop-choice.tsx'
import { WorkshopPage } from './workshop-page.tsx'

const RemotePage = lazy(() => import('../room/remote-page.tsx'))

const trailOf = ({ id, title }: KeptDayView, all: string) => [
  { text: all, href: sectionAddress('workshops') },
  { text: title, href: sectionAddress('workshops', id) },
]

/** To who facilitates: their workshops of today and of the next days, and what is done with the one chosen. */
export function FacilitatedPage({ call, path: [id, place] }: SectionProps) {
  const { say } = useSession().translator
  const { store, snapshot } = useWorkshops(call)
  const { workshops, past } = snapshot.values
  const workshop = [...(workshops ?? []), ...(past ?? [])].find(each => each.id === id)
  const trouble = worst(Object.values(snapshot.failures))
  const { cut, loadedAt } = snapshot
  if (workshop && place === 'remote')
    return (
      <RemotePage call={call} workshop={workshop.id} trail={trailOf(workshop, say('section.workshops'))} />
    )
  if (workshop) return <WorkshopPage key={workshop.id} workshop={workshop} call={call} />
  if (!workshops && !trouble) return <SkeletonRows />
  return (
    <>
      <SectionHead
        title={say('organiser.facilitated')}
        trail={id ? [{ text: say('section.workshops'), href: sectionAddress('workshops') }] : []}
      />
      {trouble && <StaleNotice failure={trouble} loadedAt={loadedAt} retry={store.refresh} />}
      {workshops && id && <Notice tone="warning">{say('organiser.gone')}</Notice>}
      {workshops && (
        <WorkshopChoice
          workshops={workshops}
          past={past ?? []}
          read={cut.workshops || cut.past ? () => store.readOn(['workshops', 'past']) : undefined}
        />
      )}
    </>
  )
}
