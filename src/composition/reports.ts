import type { Wiring } from '../conversation/wiring.ts'
import { wireExports } from '../features/exports/wire.ts'
import { wirePublication } from '../features/review/publication-wire.ts'
import { wireReview } from '../features/review/wire.ts'
import type { wireTrialRecords } from '../features/trials/records-wire.ts'
import { reviewCounts } from './review-counts.ts'

type Deps = Omit<Parameters<typeof wireExports>[1], 'trials' | 'trialTally' | 'lessons'> &
  Pick<Parameters<typeof wirePublication>[1], 'initiatives'> & {
    readonly trialRecords: ReturnType<typeof wireTrialRecords>
  }

/** What a programme says of itself: its review, the file that leaves, tables and open data. */
export function wireReports(wiring: Wiring, deps: Deps) {
  const { programme, figures, ballots, initiatives, exported, trialRecords } = deps
  const lessons = trialRecords.usecases.said
  const reviewWire = wireReview(wiring, { programme, figures, counting: reviewCounts(programme) })
  const publicationWire = wirePublication(wiring, {
    programme,
    review: reviewWire.usecases,
    ballots,
    initiatives,
    exported,
    lessons,
  })
  const exportWire = wireExports(wiring, {
    programme,
    beginSnapshot: deps.beginSnapshot,
    publicUrl: deps.publicUrl,
    exported,
    themeTitles: deps.themeTitles,
    plans: deps.plans,
    byDirection: deps.byDirection,
    ballots,
    commitments: deps.commitments,
    initiatives,
    trials: trialRecords.usecases,
    trialTally: trialRecords.tally,
    lessons,
    figures,
  })
  return { reviewWire, publicationWire, exportWire }
}
