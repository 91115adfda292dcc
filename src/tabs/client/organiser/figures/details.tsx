import '../../parts/panels/details.css'
import { useSession } from '../../parts/page/context.tsx'
import { MessageEffect } from './message-effect.tsx'
import { PrivateCommitments } from './private-commitments.tsx'
import type { FigureSources } from './sources.ts'
import { Turnouts } from './turnouts.tsx'
import { WeekBars } from './week-bars.tsx'

/** What only some look for: participation over the weeks, commitments kept to oneself, effect of messages, turn-outs. */
export function Details({ figures, ballots, effect }: Partial<FigureSources>) {
  const { translator } = useSession()
  return (
    <details className="unfold review-details">
      <summary>{translator.say('review.details')}</summary>
      <div className="review-parts">
        {figures?.enough && (
          <div className="figure-pair">
            <WeekBars weeks={figures.weeks} />
            <PrivateCommitments cells={figures.unshared} />
          </div>
        )}
        {effect && <MessageEffect effect={effect} />}
        {ballots && <Turnouts ballots={ballots.filter(({ state }) => state === 'closed')} />}
      </div>
    </details>
  )
}
