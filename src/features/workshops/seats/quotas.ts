import type { Workshop } from '../workshop/domain.ts'
import type { SeatQuotas } from './domain.ts'

type Sized = { readonly id: string; readonly headcount: number }

/**
 * Apportions `seats` by headcount (largest remainder method; of equal remainders, the larger Direction first). Adds up
 * to `seats` exactly; equal shares where no headcount is known.
 */
export function quotasOf(directions: readonly Sized[], seats: number): SeatQuotas {
  const all = directions.reduce((total, { headcount }) => total + headcount, 0)
  const sized = directions.map(({ id, headcount }, order) => {
    const share = (seats * (all > 0 ? headcount : 1)) / (all > 0 ? all : directions.length)
    return { id, headcount, order, whole: Math.floor(share), rest: share - Math.floor(share) }
  })
  const left = seats - sized.reduce((total, { whole }) => total + whole, 0)
  const ranked = sized.toSorted((a, b) => b.rest - a.rest || b.headcount - a.headcount || a.order - b.order)
  const lucky = new Set(ranked.slice(0, left).map(({ id }) => id))
  return new Map(sized.map(({ id, whole }) => [id, whole + (lucky.has(id) ? 1 : 0)]))
}

/**
 * The same with a minimum of one seat per Direction: those whose share is smaller get one, and the others share the
 * rest. With fewer seats than Directions, `quotasOf`.
 */
export function fairQuotasOf(directions: readonly Sized[], seats: number): SeatQuotas {
  if (seats < directions.length) return quotasOf(directions, seats)
  const quotas = quotasOf(directions, seats)
  const without = directions.filter(({ id }) => quotas.get(id) === 0)
  if (without.length === 0) return quotas
  const others = directions.filter(({ id }) => quotas.get(id) !== 0)
  const one = new Map(without.map(({ id }) => [id, 1]))
  const rest = fairQuotasOf(others, seats - without.length)
  return new Map(directions.map(({ id }) => [id, one.get(id) ?? rest.get(id) ?? 0]))
}

/** Seats that quotas share out: all but reserved ones. */
export function sharedSeats({ capacity, reserved }: Pick<Workshop, 'capacity' | 'reserved'>): number {
  return capacity - reserved
}
