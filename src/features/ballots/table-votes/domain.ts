import { PARTICIPANTS, type Permission } from '../../../kernel/access/permission.ts'
import { MINUTE } from '../../../kernel/time/clock.ts'
import { HARVEST_TIME } from '../../../kernel/time/harvest-time.ts'
import type { BallotAudience } from '../ballot/audience.ts'

export const TABLE_VOTE_PERMISSIONS = {
  /** On the ideas of one table of a workshop, by who may harvest them. */
  openTable: { act: 'ballots.open-table', roles: PARTICIPANTS },
} as const satisfies Record<string, Permission>

/** A table's vote is for the people in the room, before they leave it. */
const OPEN_FOR = 10 * MINUTE
/** Less is no vote. */
const FEWEST = 3 * MINUTE

/** When a vote that a table begins `now` ends (all in milliseconds): with the workshop, unless that is about to end or over. */
export function tableEnd(endsAt: number, now: number): number {
  const end = now + OPEN_FOR
  return endsAt - now < FEWEST ? end : Math.min(end, endsAt)
}

/** Who votes on the ideas of one table: its votes are found by this. */
export function tableAudience(workshop: string, table: string): BallotAudience {
  return { kind: 'workshop', workshop, table }
}

type Times = { readonly startsAt: number; readonly endsAt: number }

/** When a table's votes can end (milliseconds): as long as its ideas are typed, it may vote. */
export function tableVotesWithin({ startsAt, endsAt }: Times) {
  return { since: startsAt, until: endsAt + HARVEST_TIME + OPEN_FOR }
}
