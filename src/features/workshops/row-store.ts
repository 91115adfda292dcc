import type { Selectable } from 'kysely'
import type { Tables } from '../../db/index.ts'
import type { Workshop } from './domain.ts'

type Row = Selectable<Tables['workshop']>

export function workshopOf(row: Row): Workshop {
  const { starts_at, ends_at, seats_taken, created_at, changed_at, queued: _, ...others } = row
  const { opens_at, closes_at, release_at, confirm_hours, quotas, ...same } = others
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
  }
}

/** All but the last number of the waiting list, which only goes up. */
export function rowOf(workshop: Workshop): Omit<Row, 'queued'> {
  const { startsAt, endsAt, seatsTaken, createdAt, changedAt, ...others } = workshop
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
  }
}
