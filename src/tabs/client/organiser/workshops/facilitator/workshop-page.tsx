import { Suspense } from 'react'
import type { KeptDayView } from '../../../../contract/attendance.ts'
import type { Call } from '../../../data/api/call.ts'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useGround } from '../../../parts/page/context.tsx'
import { Bones } from '../../../parts/start/skeleton.tsx'
import { capitalised } from '../../../parts/words/capital.ts'
import { sectionAddress } from '../../parts/address.ts'
import { SectionHead } from '../../parts/section-head.tsx'
import { whenAndWhere } from '../workshop/facts.ts'
import { usePanels } from '../workshop/panels.ts'

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
