import type { SummaryView } from '../../contract/planning.ts'
import type { WorkshopView } from '../../contract/workshops.ts'
import { pathTo } from '../board/places.ts'
import { useDesk } from '../page/desk.tsx'
import { FactLine } from '../page/fact-line.tsx'
import { factsOf } from '../page/workshop-facts.tsx'
import type { Finish } from './dialogs.tsx'
import { Frame } from './frame.tsx'
import { useReading } from './reading.ts'
import { ScrollStop } from './scroll-stop.tsx'
import { SummaryText } from './summary-text.tsx'
import { Waiting } from './waiting.tsx'

type Props = { readonly workshop: WorkshopView; readonly finish: Finish }

/** « Bilan de l’atelier »: what came of it, as its channels read it. */
export function SummaryDialog({ workshop, finish }: Props) {
  const { speech } = useDesk()
  const path = pathTo('/workshops', workshop.id, 'published-summary')
  const { value: view, failure, again } = useReading<SummaryView>(path, ['workshops'])
  return (
    <Frame
      title={speech.say('harvest.summary.kind')}
      close={() => finish()}
      closeWord={speech.say('tab.close')}
    >
      <p className="words">{workshop.title}</p>
      <FactLine of={factsOf(workshop, speech).slice(0, 1)} />
      {!view && <Waiting failure={failure} again={again} />}
      {view && (
        <ScrollStop>
          <SummaryText view={view} />
        </ScrollStop>
      )}
    </Frame>
  )
}
