import type { KeptDayView } from '../../../../contract/attendance.ts'
import type { Call } from '../../../data/api/call.ts'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { capitalised } from '../../../parts/words/capital.ts'
import { sectionAddress } from '../../parts/address.ts'
import { SectionHead } from '../../parts/section-head.tsx'
import { whenAndWhere } from '../workshop/facts.ts'
import { PanelList } from '../workshop/panel-list.tsx'
import { useFacilitatorPanels } from '../workshop/panels.ts'

/** One workshop: what is done with it, a panel for each thing. */
export function WorkshopPage({ workshop, call }: { workshop: KeptDayView; call: Call }) {
  const { translator } = useSession()
  const panels = useFacilitatorPanels(workshop)
  return (
    <>
      <SectionHead
        title={workshop.title}
        trail={[{ text: translator.say('section.workshops'), href: sectionAddress('workshops') }]}
        about={<p>{capitalised(whenAndWhere(workshop, translator))}</p>}
      />
      {workshop.off && <Notice tone="warning">{translator.say('day.off')}</Notice>}
      <PanelList of={workshop.id} panels={panels} props={{ workshop, call }} />
    </>
  )
}
