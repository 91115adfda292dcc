import type { Selectable } from 'kysely'
import type { Tables } from '../../../db/index.ts'
import type { Workshop } from './domain.ts'

type Row = Selectable<Tables['workshop']>
type Was = Pick<Row, 'was_starts_at' | 'was_ends_at' | 'was_place' | 'was_link'>

/** Former place and time; nothing when it never moved. */
function wasOf({ was_starts_at, was_ends_at, was_place, was_link }: Was): Pick<Workshop, 'was'> {
  if (was_starts_at === null || was_ends_at === null) return {}
  const moments = { startsAt: was_starts_at, endsAt: was_ends_at }
  return { was: { ...moments, place: was_place ?? '', link: was_link ?? '' } }
}

export function workshopOf(row: Row): Workshop {
  const { starts_at, ends_at, seats_taken, created_at, changed_at, ...others } = row
  const { opens_at, closes_at, release_at, confirm_hours, quotas, ...rest } = others
  const { was_starts_at, was_ends_at, was_place, was_link, ...told } = rest
  const { queued: _, card_full: __, card_full_at: ___, ...same } = told
  return {
    ...same,
    startsAt: starts_at,
    endsAt: ends_at,
    seatsTaken: seats_taken,
    createdAt: created_at,
    changedAt: changed_at,
    opensAt: opens_at,
    closesAt: closes_at,
    releaseAt: release_at,
    confirmHours: confirm_hours,
    quotas: quotas === 1,
    ...wasOf({ was_starts_at, was_ends_at, was_place, was_link }),
  }
}

/**
 * Without the waiting-list sequence, which only increases, and the state of its card, which belongs to `posted-store`.
 */
export function rowOf(workshop: Workshop): Omit<Row, 'queued' | 'card_full' | 'card_full_at'> {
  const { startsAt, endsAt, seatsTaken, createdAt, changedAt, was, ...others } = workshop
  const { opensAt, closesAt, releaseAt, confirmHours, quotas, ...same } = others
  return {
    ...same,
    starts_at: startsAt,
    ends_at: endsAt,
    seats_taken: seatsTaken,
    created_at: createdAt,
    changed_at: changedAt,
    opens_at: opensAt,
    closes_at: closesAt,
    release_at: releaseAt,
    confirm_hours: confirmHours,
    quotas: quotas ? 1 : 0,
    was_starts_at: was?.startsAt ?? null,
    was_ends_at: was?.endsAt ?? null,
    was_place: was?.place ?? null,
    was_link: was?.link ?? null,
  }
}
