import '../../../parts/panels/details.css'
import { useEffect, useId, useState } from 'react'
import type { SummaryView } from '../../../../contract/workshops/summaries.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { StepsBlock } from '../../../parts/steps/steps-block.tsx'
import { SummaryText } from '../../../parts/workshops/summary-text.tsx'
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
  const { say, shortDay, time } = useSession().translator
  const title = useId()
  const { id } = props.workshop
  const known = useSummary(props, props.checklist?.summaryAt)
  if (known === undefined || known.turn === 0) return null
  const { at = 0, turn } = known
  const word = turn > 1 ? 'harvest.summary.published.again' : 'harvest.summary.published'
  return (
    <section className="card panel" aria-labelledby={title}>
      <div className="panel-head">
        <h2 id={title}>{say(word, { date: shortDay(at), time: time(at) })}</h2>
        <div className="acts">
          <LinkButton href={sectionAddress('workshops', id, 'summary')}>
            {say('harvest.summary.correct')}
          </LinkButton>
        </div>
      </div>
      <details className="unfold">
        <summary>{say('harvest.summary.read')}</summary>
        <SummaryText view={{ ...known, steps: [] }} />
      </details>
      <StepsBlock subject={{ kind: 'summary', id }} title={known.title} within="row" />
    </section>
  )
}
