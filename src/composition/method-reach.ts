import { ballotsClosing } from '../features/ballots/lifecycle/closing-count-store.ts'
import { ideasWith } from '../features/ideas/support/threshold-count-store.ts'
import { pilotCount, reachableCount } from '../features/people/reach/count-store.ts'
import { workshopsWithin } from '../features/workshops/oversight/date-count-store.ts'

/** Counts of what a change of the method reaches. */
export const METHOD_REACH = {
  ballotsClosing,
  workshopsWithin,
  ideasWith,
  pilots: pilotCount,
  reachable: reachableCount,
}
