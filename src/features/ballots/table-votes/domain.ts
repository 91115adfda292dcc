import { PARTICIPANTS, type Permission } from '../../../kernel/access/permission.ts'
import { MINUTE } from '../../../kernel/time/clock.ts'
import { HARVEST_TIME } from '../../../kernel/time/harvest-time.ts'
import type { BallotAudience } from '../ballot/audience.ts'

export const TABLE_VOTE_PERMISSIONS = {
  /** A vote on the ideas of one table, by who may harvest them. */
  openTable: { act: 'ballots.open-table', roles: PARTICIPANTS },
} as const satisfies Record<string, Permission>

/** Duration: a table's vote is for the people in the room, before they leave it. */
const OPEN_FOR = 10 * MINUTE
/** Minimum duration. */
const FEWEST = 3 * MINUTE

/** When a table's vote that opens `now` ends (milliseconds): with the workshop, unless that is about to end or over. */
export function tableEnd(endsAt: number, now: number): number {
  const end = now + OPEN_FOR
  return endsAt - now < FEWEST ? end : Math.min(end, endsAt)
}

/** Audience of a table's vote, by which its votes are found again. */
export function tableAudience(workshop: string, table: string): BallotAudience {
  return { kind: 'workshop', workshop, table }
}

type Times = { readonly startsAt: number; readonly endsAt: number }

/** Period in which a table's votes can end (milliseconds): as long as its ideas can be harvested. */
export function tableVotesWithin({ startsAt, endsAt }: Times) {
  return { since: startsAt, until: endsAt + HARVEST_TIME + OPEN_FOR }
}
