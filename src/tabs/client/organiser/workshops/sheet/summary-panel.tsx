import '../../../parts/panels/details.css'
import { useEffect, useId, useState } from 'react'
import type { SheetView } from '../../../../contract/workshops/planning.ts'
import type { SummaryView } from '../../../../contract/workshops/summaries.ts'
import type { Call } from '../../../data/api/call.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { StepsBlock } from '../../../parts/steps/steps-block.tsx'
import { SummaryText } from '../../../parts/workshops/summary-text.tsx'
import { sectionAddress } from '../../parts/address.ts'
import { LinkButton } from '../../parts/link-button.tsx'

/** Summary of a finished workshop; `unread`: it could not be read. */
type Known = SummaryView | 'unread' | undefined

export function useSummary(
  call: Call,
  { id, stage }: Pick<SheetView, 'id' | 'stage'>,
  reading: boolean,
): Known {
  const [known, keep] = useState<Known>()
  const over = stage === 'over' && !reading
  useEffect(() => {
    if (!over) return
    call<SummaryView>('GET', `/workshops/${encodeURIComponent(id)}/summary`).then(keep, () => keep('unread'))
  }, [call, id, over])
  return known
}

/** Whether it is still to be written; when unknown, the page for it tells. */
export const isToWrite = (known: Known) => known === 'unread' || known?.turn === 0

/** A summary that is published: when, how it reads, how it is corrected, and what follows of it. */
export function SummaryPanel({ id, known }: { id: string; known: Known }) {
  const { say, shortDay, time } = useSession().translator
  const title = useId()
  if (known === undefined || known === 'unread' || known.turn === 0) return null
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
