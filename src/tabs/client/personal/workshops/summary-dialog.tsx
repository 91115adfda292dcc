import type { SummaryView } from '../../../contract/workshops/summaries.ts'
import type { WorkshopView } from '../../../contract/workshops/workshops.ts'
import { pathTo } from '../../data/store/lists.ts'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { ScrollStop } from '../../parts/dialogs/scroll-stop.tsx'
import { Pending } from '../../parts/lists/pending.tsx'
import { useReading } from '../../parts/lists/reading.ts'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { factsOf } from '../../parts/workshops/facts.tsx'
import { SummaryText } from '../../parts/workshops/summary-text.tsx'
import { usePersonalTab } from '../navigation/context.tsx'
import type { Finish } from '../navigation/dialog-request.ts'

type Props = { readonly workshop: WorkshopView; readonly finish: Finish }

/** « Bilan de l’atelier »: what came of it, as its channels read it. */
export function SummaryDialog({ workshop, finish }: Props) {
  const { translator } = usePersonalTab()
  const path = pathTo('/workshops', workshop.id, 'published-summary')
  const { value: view, failure, again } = useReading<SummaryView>(path, ['workshops', 'ideas'])
  return (
    <Frame
      title={translator.say('harvest.summary.kind')}
      close={() => finish()}
      closeWord={translator.say('tab.close')}
    >
      <p className="words">{workshop.title}</p>
      <FactLine of={factsOf(workshop, translator).slice(0, 1)} />
      {!view && <Pending failure={failure} again={again} />}
      {view && (
        <ScrollStop>
          <SummaryText view={view} />
        </ScrollStop>
      )}
    </Frame>
  )
}
