import '../../../parts/charts/charts.css'
import '../../../parts/panels/details.css'
import { useEffect, useId, useState } from 'react'
import type { SummaryView } from '../../../../contract/workshops/summaries.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { Panel } from '../../../parts/panels/panel.tsx'
import { StepsBlock } from '../../../parts/steps/steps-block.tsx'
import { FileActs } from '../../../parts/summaries/file-acts.tsx'
import { PlaceContext } from '../../../parts/summaries/outcome.tsx'
import { SummaryBody } from '../../../parts/summaries/summary-body.tsx'
import { SummaryPaper } from '../../../parts/summaries/summary-paper.tsx'
import { publishedText } from '../../../parts/summaries/texts.ts'
import { sectionAddress } from '../../parts/address.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import type { FacePanelProps } from './face-panels.ts'

function useSummary({ call, workshop: { id, over } }: FacePanelProps, at: number | undefined) {
  const [known, keep] = useState<SummaryView>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when another was published
  useEffect(() => {
    if (over) call<SummaryView>('GET', `/workshops/${encodeURIComponent(id)}/summary`).then(keep, () => {})
  }, [call, id, over, at])
  return known
}

/** A summary that is published: when, how it reads, how it is corrected, and what follows of it. */
export default function SummaryPanel(props: FacePanelProps) {
  const { translator } = useSession()
  const { say } = translator
  const title = useId()
  const { id } = props.workshop
  const known = useSummary(props, props.checklist?.summaryAt)
  if (!props.workshop.over)
    return (
      <Panel title={say('harvest.summary.kind')}>
        <p className="quiet">{say('harvest.summary.ahead')}</p>
      </Panel>
    )
  if (known === undefined || known.turn === 0) return null
  const about = [publishedText(known, translator)]
  return (
    <section className="card panel" aria-labelledby={title}>
      <div className="panel-head">
        <h2 id={title}>{about[0]}</h2>
        <div className="acts">
          <LinkButton href={sectionAddress('workshops', id, 'summary')}>
            {say('harvest.summary.correct')}
          </LinkButton>
        </div>
      </div>
      <p>{say('harvest.summary.where', { count: known.channels })}</p>
      {known.series !== '' && (
        <p>
          <a href={sectionAddress('workshops', 'series', known.series, 'summary')}>
            {say('series.summary.read')}
          </a>
        </p>
      )}
      <details className="unfold">
        <summary>{say('harvest.summary.read')}</summary>
        <div className="summary-parts">
          <PlaceContext value="panel">
            <SummaryBody view={known} />
          </PlaceContext>
          <FileActs path={`/workshops/${encodeURIComponent(id)}`} />
        </div>
      </details>
      <StepsBlock subject={{ kind: 'summary', id }} title={known.title} within="row" />
      <SummaryPaper title={known.title} about={about}>
        <SummaryBody view={known} />
      </SummaryPaper>
    </section>
  )
}
