import { MINUTE } from '../../kernel/clock.ts'

/** A table's vote is for the people in the room, before they leave it. */
const OPEN_FOR = 10 * MINUTE
/** Less is no vote. */
const FEWEST = 3 * MINUTE

/** When a vote that a table begins `now` ends (all in milliseconds): with the workshop, unless that is about to end or over. */
export function tableEnd(endsAt: number, now: number): number {
  const end = now + OPEN_FOR
  return endsAt - now < FEWEST ? end : Math.min(end, endsAt)
}
