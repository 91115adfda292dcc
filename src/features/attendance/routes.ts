import { exact } from '../../kernel/personal-data/counts.ts'
import { parse } from '../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../kernel/requests/route.ts'
import {
  type CheckInView,
  type KeptDayView,
  type KeptView,
  proofInput,
} from '../../tabs/contract/attendance.ts'
import type { Workshop } from '../workshops/index.ts'
import type { CheckInResult } from './domain.ts'
import type { AttendanceUsecases } from './usecases.ts'

function keptView({ id, title, axis, startsAt, endsAt, place, capacity, state }: Workshop): KeptView {
  const off = state === 'cancelled' || state === 'postponed'
  return { id, title, axis, startsAt, endsAt, ...(place !== '' && { place }), capacity, off }
}

/** For whoever keeps its list. `offers`: 0 once it is over. */
export function keptDayView(workshop: Workshop & { readonly offers?: number }, now: number): KeptDayView {
  const { startsAt, endsAt, seatsTaken, waiting, offers = 0 } = workshop
  return {
    ...keptView(workshop),
    ...(startsAt <= now && { begun: true }),
    ...(endsAt <= now && { over: true }),
    seats: exact('seats', seatsTaken),
    ...(offers > 0 && { offers: exact('seats', offers) }),
    waiting: exact('seats', waiting),
  }
}

function entryView(entry: CheckInResult): CheckInView {
  const workshop = keptView(entry.workshop)
  if ('seatLeft' in entry) return { state: entry.seatLeft ? 'seat' : 'full', workshop, again: false }
  const { checkIn, again, table } = entry
  return { state: 'in', workshop, cameAt: checkIn.at, again, ...(table !== undefined && { table }) }
}

/** Check-in by a scanned link. */
export function attendanceRoutes(attendance: AttendanceUsecases): ApiRoute[] {
  return [
    {
      method: 'post',
      path: '/attendance/check-in',
      run: async ({ actor, body }) => entryView(await attendance.checkIn(actor, parse(proofInput, body))),
    },
    {
      method: 'post',
      path: '/attendance/come-in',
      run: async ({ actor, body }) => entryView(await attendance.comeIn(actor, parse(proofInput, body))),
    },
  ]
}
