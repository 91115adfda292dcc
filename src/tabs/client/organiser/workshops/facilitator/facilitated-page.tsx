import { worst } from '../../../data/api/failure.ts'
import { StaleNotice } from '../../../parts/notices/failure-page.tsx'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useGround } from '../../../parts/page/context.tsx'
import { Bones } from '../../../parts/start/skeleton.tsx'
import { sectionAddress } from '../../parts/address.ts'
import { SectionHead } from '../../parts/section-head.tsx'
import type { SectionProps } from '../../tab/sections.ts'
import { useWorkshops } from './reading.ts'
import { Choice } from './workshop-choice.tsx'
import { WorkshopPage } from './workshop-page.tsx'

/** To who facilitates: their workshops of today and of the next days, and what is done with the one chosen. */
export function FacilitatedPage({ call, path: [id] }: SectionProps) {
  const { say } = useGround().speech
  const { board, snapshot } = useWorkshops(call)
  const { workshops, past } = snapshot.values
  const workshop = [...(workshops ?? []), ...(past ?? [])].find(each => each.id === id)
  const trouble = worst(Object.values(snapshot.failures))
  const { cut, loadedAt } = snapshot
  if (workshop) return <WorkshopPage key={workshop.id} workshop={workshop} call={call} />
  if (!workshops && !trouble) return <Bones />
  return (
    <>
      <SectionHead
        title={say('organiser.facilitated')}
        trail={id ? [{ text: say('section.workshops'), href: sectionAddress('workshops') }] : []}
      />
      {trouble && <StaleNotice failure={trouble} loadedAt={loadedAt} retry={board.refresh} />}
      {workshops && id && <Notice tone="warning">{say('organiser.gone')}</Notice>}
      {workshops && (
        <Choice
          workshops={workshops}
          past={past ?? []}
          read={cut.workshops || cut.past ? () => board.readOn(['workshops', 'past']) : undefined}
        />
      )}
    </>
  )
}
