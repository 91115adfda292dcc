import { worst } from '../../api/failure.ts'
import { sectionAddress } from '../../organiser/address.ts'
import type { SectionProps } from '../../organiser/sections.ts'
import { Bones } from '../../page/bones.tsx'
import { useGround } from '../../page/ground.tsx'
import { Notice } from '../../page/notice.tsx'
import { SectionHead } from '../../page/section-head.tsx'
import { StaleNotice } from '../../page/trouble.tsx'
import { Choice } from './choice.tsx'
import { useWorkshops } from './reading.ts'
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
