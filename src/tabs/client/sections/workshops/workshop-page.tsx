import { Suspense } from 'react'
import type { KeptDayView } from '../../../contract/attendance.ts'
import type { Call } from '../../api/call.ts'
import { sectionAddress } from '../../organiser/address.ts'
import { Bones } from '../../page/bones.tsx'
import { useGround } from '../../page/ground.tsx'
import { Notice } from '../../page/notice.tsx'
import { SectionHead } from '../../page/section-head.tsx'
import { capitalised } from '../../words/capital.ts'
import { whenAndWhere } from './facts.ts'
import { usePanels } from './panels.ts'

/** One workshop: what is done with it, a panel for each thing. */
export function WorkshopPage({ workshop, call }: { workshop: KeptDayView; call: Call }) {
  const { speech } = useGround()
  const panels = usePanels(workshop, workshop.off ? 'cancelled' : undefined)
  return (
    <>
      <SectionHead
        title={workshop.title}
        trail={[{ text: speech.say('section.workshops'), href: sectionAddress('workshops') }]}
        about={<p>{capitalised(whenAndWhere(workshop, speech))}</p>}
      />
      {workshop.off && <Notice tone="warning">{speech.say('day.off')}</Notice>}
      <div className="sheet-parts">
        {panels.map(({ name, Panel }) => (
          <Suspense key={name} fallback={<Bones />}>
            <Panel workshop={workshop} call={call} />
          </Suspense>
        ))}
      </div>
    </>
  )
}
