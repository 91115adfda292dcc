import { PARTICIPANTS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { HOUR, MINUTE } from '../../../kernel/time/clock.ts'
import type { BallotAudience } from '../ballot/audience.ts'

export const ROOM_VOTE_PERMISSIONS = {
  /** `own`: an organiser, or who facilitates the workshop as a whole. */
  openRoom: {
    act: 'ballots.open-room',
    roles: PARTICIPANTS,
    relation: 'own',
    refusals: { others: 'room-vote-not-yours' },
  },
} as const satisfies Record<string, Permission>

/** People present from whom on a vote of a room can be secret: among fewer, the totals say too much. */
export const SECRET_FROM = 20
/** Votes open with check-in, and end a little after the workshop. */
const EARLY = HOUR
const LATE = 15 * MINUTE
/** Minimum duration. */
const FEWEST = 3 * MINUTE

type Times = { readonly startsAt: number; readonly endsAt: number }

/** @throws Refusal `room-vote-early`, `room-vote-over` */
export function checkTime({ startsAt, endsAt }: Times, now: number): void {
  if (now < startsAt - EARLY) throw new Refusal('room-vote-early', { at: startsAt - EARLY })
  if (now >= endsAt + LATE) throw new Refusal('room-vote-over', { at: endsAt + LATE })
}

/**
 * When a vote that opens `now` ends (milliseconds): after `minutes`, or when it is closed; a little after the workshop at the
 * latest.
 */
export function roomEnd({ endsAt }: Pick<Times, 'endsAt'>, now: number, minutes: number | undefined): number {
  const last = Math.max(endsAt + LATE, now + FEWEST)
  return minutes === undefined ? last : Math.min(last, now + minutes * MINUTE)
}

/** Period in which the votes of a room can end (milliseconds). */
export function roomVotesWithin({ startsAt, endsAt }: Times) {
  return { since: startsAt - EARLY, until: endsAt + LATE + FEWEST }
}

/** Who is there, by which a room's votes are found again. */
export function roomAudience(workshop: string): BallotAudience {
  return { kind: 'present', workshop }
}

/** @throws Refusal `room-secret-few` */
export function checkSecret(present: number): void {
  if (present < SECRET_FROM) throw new Refusal('room-secret-few', { count: present, min: SECRET_FROM })
}
