import { PARTICIPANTS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import { isToCome, type RegistrationAnswer, stageOf, type Workshop } from '../workshop/domain.ts'

export const SEAT_PERMISSIONS = {
  answer: { act: 'workshops.answer', roles: PARTICIPANTS },
} as const satisfies Record<string, Permission>

/** The pool a seat is taken from: reserved for pilots and facilitators, or open to all. */
export type Pool = 'open' | 'reserved'

/** Somebody who asks for a seat. `entitled` to a reserved one: a pilot, or a facilitator of this workshop. */
type Seeker = { readonly direction: string | undefined; readonly entitled: boolean }

/** How many seats of one Direction and pool are taken. */
export type HeldSeats = { readonly direction: string | null; readonly pool: Pool; readonly count: number }

/** One person's registration for one workshop: answer, seat, offer or place on the waiting list. */
export type Registration = {
  readonly workshop: string
  readonly person: string
  readonly direction: string | undefined
  readonly answer: RegistrationAnswer
  /** Milliseconds. */
  readonly at: number
  /** Order on the waiting list, while on it. */
  readonly queueNo: number | null
  /** When their offer expires, or expired without an answer. */
  readonly offeredUntil: number | null
  /** The pool of their seat; on the waiting list, `reserved` for who is entitled to a reserved seat. */
  readonly pool: Pool | null
  readonly dayKey: string | null
}

/** Seats per Direction. */
export type SeatQuotas = ReadonlyMap<string, number>

/** Free seats: reserved and open ones, the open ones by Direction where quotas hold. */
export type Availability = {
  readonly reserved: number
  readonly open: number
  /** Absent: no quotas hold. */
  readonly ofDirection?: SeatQuotas
}

type Rules = Pick<Workshop, 'capacity' | 'reserved' | 'quotas' | 'releaseAt'>

/** Whether reserved seats and quotas still hold: until their release date, or to the end. */
export function areKept({ releaseAt }: Pick<Workshop, 'releaseAt'>, now: number): boolean {
  return releaseAt === null || now < releaseAt
}

const sum = (held: readonly HeldSeats[]) => held.reduce((all, { count }) => all + count, 0)

/** Computes the free seats. A Direction's quota counts its people's seats in the open pool alone. */
export function availabilityIn(
  rules: Rules,
  quotas: SeatQuotas,
  held: readonly HeldSeats[],
  now: number,
): Availability {
  const free = Math.max(0, rules.capacity - sum(held))
  if (!areKept(rules, now)) return { reserved: 0, open: free }
  const kept = sum(held.filter(({ pool }) => pool === 'reserved'))
  const others = sum(held) - kept
  const room = {
    reserved: Math.min(free, Math.max(0, rules.reserved - kept)),
    open: Math.min(free, Math.max(0, rules.capacity - rules.reserved - others)),
  }
  if (!rules.quotas) return room
  const taken = (direction: string) =>
    sum(held.filter(each => each.pool === 'open' && each.direction === direction))
  const left = [...quotas].map(([direction, seats]) => [direction, seats - taken(direction)] as const)
  return { ...room, ofDirection: new Map(left.filter(([, seats]) => seats > 0)) }
}

/** The pool from which somebody can get a seat now, or the refusal. */
export type Ruling = Pool | 'workshop-full' | 'direction-full' | 'direction-needed'

export function seatFor(
  { reserved, open, ofDirection }: Availability,
  { direction, entitled }: Seeker,
): Ruling {
  if (entitled && reserved > 0) return 'reserved'
  if (ofDirection && direction === undefined) return 'direction-needed'
  if (open === 0) return 'workshop-full'
  if (!ofDirection || (ofDirection.get(direction ?? '') ?? 0) > 0) return 'open'
  return ofDirection.size === 0 ? 'workshop-full' : 'direction-full'
}

/** The availability once a seat of `pool` is taken. */
export function availabilityAfter(
  room: Availability,
  pool: Pool,
  direction: string | undefined,
): Availability {
  if (pool === 'reserved') return { ...room, reserved: room.reserved - 1 }
  const { ofDirection } = room
  const open = room.open - 1
  if (!ofDirection) return { ...room, open }
  const left = new Map(ofDirection)
  const own = (left.get(direction ?? '') ?? 0) - 1
  if (own > 0) left.set(direction ?? '', own)
  else left.delete(direction ?? '')
  return { ...room, open, ofDirection: left }
}

/** Whether the answer takes up a seat: registered, or on offer. */
export function holds(answer: RegistrationAnswer | undefined): boolean {
  return answer === 'yes' || answer === 'offered'
}

/** Identifies a day within a series, on which a person has one seat at most. Null for a single workshop. */
export function dayKeyOf({ series, state, startsAt }: Workshop, zone: string): string | null {
  return series === '' || state !== 'announced' ? null : `${series}:${dateIn(startsAt, zone)}`
}

/**
 * Whether registrations can change now, apart from free seats. When the workshop is postponed, a seat can still be
 * given up, and an earlier offer confirmed.
 * @throws Refusal `gone`, `workshop-cancelled`, `workshop-postponed`, `workshop-over` from its start
 */
export function checkAnswerable(workshop: Workshop, act: 'yes' | 'no' | 'confirm', now: number): void {
  const { state, startsAt: at } = workshop
  if (state === 'draft') throw new Refusal('gone')
  if (state === 'cancelled') throw new Refusal('workshop-cancelled')
  if (state === 'postponed') {
    if (act === 'yes') throw new Refusal('workshop-postponed')
    return
  }
  if (!isToCome(stageOf(workshop, now))) throw new Refusal('workshop-over', { at })
}

/** Whether registration is open. */
export function isRegistering({ opensAt, closesAt }: Workshop, now: number): boolean {
  return (opensAt === null || now >= opensAt) && (closesAt === null || now < closesAt)
}

/** The same. @throws Refusal `registration-not-open`, `registration-closed` */
export function checkRegistering({ opensAt, closesAt }: Workshop, now: number): void {
  if (opensAt !== null && now < opensAt) throw new Refusal('registration-not-open', { at: opensAt })
  if (closesAt !== null && now >= closesAt) throw new Refusal('registration-closed')
}
