import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Programme } from '../../programme/index.ts'
import type { Workshop } from '../workshop/domain.ts'
import type { SeatQuotas } from './domain.ts'
import { fairQuotasOf, quotasOf, sharedSeats } from './quotas.ts'
import type { SeatStore } from './waiting-list-usecases.ts'

type Parts = {
  readonly seats: (tx: Tx) => Pick<SeatStore, 'quotas' | 'putQuotas'>
  readonly programme: Pick<Programme, 'directions'>
}

/**
 * Recomputes the quotas of a changed day for its current seats: by headcount unless somebody set them, else in the
 * proportions that were set.
 */
export async function keepQuotas(
  tx: Tx,
  { seats, programme: { directions } }: Parts,
  before: Workshop | undefined,
  after: Workshop,
): Promise<void> {
  const held = before?.quotas === true
  if (!after.quotas) return held ? seats(tx).putQuotas(after.id, new Map()) : undefined
  const count = sharedSeats(after)
  if (held && sharedSeats(before) === count) return
  const given = held ? await seats(tx).quotas(after.id) : undefined
  const usual = before ? [fairQuotasOf, quotasOf].map(share => share(directions, sharedSeats(before))) : []
  const untouched = !given || usual.some(each => isSame(given, each))
  const weighed = [...(given ?? [])].map(([id, headcount]) => ({ id, headcount }))
  const quotas = untouched ? fairQuotasOf(directions, count) : quotasOf(weighed, count)
  await seats(tx).putQuotas(after.id, quotas)
}

function isSame(one: SeatQuotas, other: SeatQuotas): boolean {
  const ids = new Set([...one.keys(), ...other.keys()])
  return [...ids].every(id => (one.get(id) ?? 0) === (other.get(id) ?? 0))
}
