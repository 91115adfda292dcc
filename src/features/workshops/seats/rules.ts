import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Workshop } from '../workshop/domain.ts'
import { daysBefore, daysBetween, MOST_DAYS } from './days-before.ts'

const MOST_HOURS = 168

/** Seat rules of all days of a series, in days before each day's start. */
export type Settings = {
  /** Seats of each day reserved for pilots and facilitators. */
  readonly reserved: number
  readonly quotas: boolean
  /** Days before the start at which quotas and reserved seats are released; 0: not before it. */
  readonly releaseDays: number
  /** When registration opens, in milliseconds; null: with the announcement. */
  readonly opensAt: number | null
  /** Days before the start at which registration closes; 0: at the start. */
  readonly closeDays: number
  /** Hours to confirm an offered seat. */
  readonly confirmHours: number
}

/** `opensAt` is undefined when the typed date or time is not valid. */
export type TypedSettings = Omit<Settings, 'opensAt'> & { readonly opensAt: number | null | undefined }

/** The seat rules of one workshop. */
export type SeatRules = Pick<
  Workshop,
  'reserved' | 'quotas' | 'releaseAt' | 'opensAt' | 'closesAt' | 'confirmHours'
>

function wholeWithin(value: number, least: number, most: number, code: string): void {
  const possible = Number.isInteger(value) && value >= least && value <= most
  if (!possible) throw new Refusal(code, { min: least, max: most })
}

/** @throws Refusal `reserved-wrong`, `days-wrong`, `hours-wrong`, `opening-unknown` */
export function settingsOf(typed: TypedSettings): Settings {
  const { reserved, releaseDays, closeDays, confirmHours, opensAt } = typed
  if (!Number.isInteger(reserved) || reserved < 0) throw new Refusal('reserved-wrong')
  wholeWithin(releaseDays, 0, MOST_DAYS, 'days-wrong')
  if (opensAt === undefined) throw new Refusal('opening-unknown')
  wholeWithin(closeDays, 0, MOST_DAYS, 'days-wrong')
  wholeWithin(confirmHours, 1, MOST_HOURS, 'hours-wrong')
  return { ...typed, opensAt }
}

const back = (startsAt: number, days: number, zone: string) =>
  days === 0 ? null : daysBefore(startsAt, days, zone)

/** Seat rules of a day with that start. */
export function rulesFor(startsAt: number, settings: Settings, zone: string): SeatRules {
  const { reserved, quotas, opensAt, confirmHours, releaseDays, closeDays } = settings
  const releaseAt = back(startsAt, releaseDays, zone)
  return { reserved, quotas, opensAt, confirmHours, releaseAt, closesAt: back(startsAt, closeDays, zone) }
}

/** Inverse of `rulesFor`. */
export function settingsIn(day: SeatRules & Pick<Workshop, 'startsAt'>, zone: string): Settings {
  const { startsAt, reserved, quotas, opensAt, releaseAt, closesAt, confirmHours } = day
  const days = (at: number | null) => (at === null ? 0 : Math.max(0, daysBetween(at, startsAt, zone)))
  return { reserved, quotas, opensAt, confirmHours, releaseDays: days(releaseAt), closeDays: days(closesAt) }
}

/** @throws Refusal `reserved-many`, `opening-last` when registration would never be open */
export function checkRules(day: SeatRules & Pick<Workshop, 'capacity' | 'startsAt'>): void {
  const { reserved, capacity, opensAt, closesAt, startsAt } = day
  if (reserved >= capacity) throw new Refusal('reserved-many', { max: capacity - 1 })
  if (opensAt !== null && opensAt >= (closesAt ?? startsAt)) throw new Refusal('opening-last')
}
