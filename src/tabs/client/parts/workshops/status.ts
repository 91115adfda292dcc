import type { WorkshopView } from '../../../contract/workshops/workshops.ts'

type Staged = Pick<WorkshopView, 'stage'>

/** Cancelled ones are listed with those to come. */
export const hasBegun = ({ stage }: Staged) => stage === 'underway' || stage === 'over'

/** Cancelled, or put off. */
export const isOff = ({ stage }: Staged) => stage === 'cancelled' || stage === 'postponed'

/** Whether it is still to come, and neither cancelled nor without a date. */
export function isHeld(workshop: Staged): boolean {
  return !hasBegun(workshop) && !isOff(workshop)
}
