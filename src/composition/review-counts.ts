import { tallyBallots } from '../features/ballots/results/tally-store.ts'
import { tallyCommitments } from '../features/commitments/sharing/tally-store.ts'
import { stepTallyStore } from '../features/ideas/register/step-tally-store.ts'
import { ideaTallyStore } from '../features/ideas/register/tally-store.ts'
import { tallyInitiatives } from '../features/initiatives/gallery/tally-store.ts'
import type { Programme } from '../features/programme/index.ts'
import type { Counting } from '../features/review/tallies.ts'
import { tallyTrials } from '../features/trials/records/tally-store.ts'
import { tallyWorkshops } from '../features/workshops/oversight/tally-store.ts'
import { smallGroups } from '../kernel/personal-data/counts.ts'

/** What the review of the programme counts, by the feature that counts it of itself. */
export function reviewCounts({ directions, zone }: Pick<Programme, 'directions' | 'zone'>): Counting {
  const small = smallGroups(directions)
  return {
    workshops: tx => tallyWorkshops(tx),
    ideas: (tx, _, months) => ideaTallyStore(tx, small).ideas(months),
    delays: (tx, _, months) => ideaTallyStore(tx, small).delays(months),
    steps: (tx, _, months) => stepTallyStore(tx).steps(months),
    boxes: tx => stepTallyStore(tx).boxes(),
    summaries: tx => stepTallyStore(tx).summaries(),
    delaysOf: (tx, direction) => ideaTallyStore(tx, small).delays([], direction),
    ballots: tallyBallots,
    initiatives: (tx, _, months) => tallyInitiatives(tx, small, months),
    trials: (tx, now, months) => tallyTrials(tx, now, months, zone),
    commitments: (tx, _, months) => tallyCommitments(tx, months),
  }
}
