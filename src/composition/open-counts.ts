import { openBallots, preparedBallots } from '../features/ballots/lifecycle/open-count-store.ts'
import { unfollowedBallots } from '../features/ballots/sequel/open-count-store.ts'
import { broadcastDrafts, broadcastsSending } from '../features/broadcasts/sending/open-count-store.ts'
import { ideasDue, unansweredIdeas } from '../features/ideas/register/open-count-store.ts'
import { unsummarisedWorkshops } from '../features/ideas/summary/open-count-store.ts'
import { askedSteps, lateSteps, promisedSteps } from '../features/next-steps/clock/open-count-store.ts'
import { dueTrials, undecidedTrials } from '../features/trials/records/open-count-store.ts'
import { comingWorkshops } from '../features/workshops/oversight/open-count-store.ts'
import type { OpenCount } from '../kernel/storage/open-count.ts'

/** All that may still be open at the end of a programme, in the order in which it is listed. */
export const OPEN_COUNTS: readonly OpenCount[] = [
  unansweredIdeas,
  ideasDue,
  openBallots,
  preparedBallots,
  unfollowedBallots,
  comingWorkshops,
  unsummarisedWorkshops,
  promisedSteps,
  lateSteps,
  askedSteps,
  undecidedTrials,
  dueTrials,
  broadcastDrafts,
  broadcastsSending,
]
