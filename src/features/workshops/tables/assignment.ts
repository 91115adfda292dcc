import { Refusal } from '../../../kernel/errors/refusal.ts'
import { fingerprint } from '../../../kernel/text/text.ts'

export const TABLES_LIMIT = 100

/** Somebody to be assigned to a table. */
export type Guest = { readonly id: string; readonly direction: string | undefined }

/** The table of each person, by id; tables are numbered from 1. */
export type TablePlaces = ReadonlyMap<string, number>

/** Number of tables, or approximate number of people at each. */
export type Wanted = { readonly tables: number } | { readonly size: number }

/** Shuffles `things` by the seed alone, whatever their order. */
function shuffled<T>(things: readonly T[], nameOf: (thing: T) => string, seed: string): T[] {
  const ranked = things.map(thing => {
    const name = nameOf(thing)
    return { thing, name, rank: fingerprint(seed, name) }
  })
  const before = (a: { rank: string; name: string }, b: { rank: string; name: string }) =>
    a.rank === b.rank ? a.name < b.name : a.rank < b.rank
  return ranked.sort((a, b) => (before(a, b) ? -1 : 1)).map(({ thing }) => thing)
}

const directionOf = ({ direction = '' }: Guest) => direction

/**
 * Assigns everybody to a table. Table sizes differ by at most one, and so do the numbers of people of one Direction at
 * each. Deterministic for the same people and seed.
 */
export function drawTables(guests: readonly Guest[], tables: number, seed: string): TablePlaces {
  const directions = [...new Set(guests.map(directionOf))]
  const numbers = Array.from({ length: tables }, (_, at) => at + 1)
  const order = shuffled(numbers, number => `table ${number}`, seed)
  // Round-robin: Direction after Direction, dealt to the tables like cards.
  const dealt = shuffled(directions, direction => `direction ${direction}`, seed).flatMap(direction =>
    shuffled(
      guests.filter(guest => directionOf(guest) === direction),
      ({ id }) => id,
      seed,
    ),
  )
  return new Map(dealt.map(({ id }, at) => [id, order[at % tables] ?? 1]))
}

/** Occupancy of a table. */
export type Filled = { readonly number: number; readonly size: number; readonly ofDirection: number }

/**
 * Table for a latecomer: the one with the fewest people, among these the one with the fewest of their Direction. Nobody
 * moves. `filled` holds every table; `ofDirection` counts those of the guest’s own.
 */
export function lateTable(filled: readonly Filled[], guest: Pick<Guest, 'id'>, seed: string): number {
  const order = shuffled(filled, ({ number }) => `table ${number}`, `${seed} ${guest.id}`)
  const best = order.reduce((one, other) => {
    const closer = other.size - one.size || other.ofDirection - one.ofDirection
    return closer < 0 ? other : one
  })
  return best.number
}

/**
 * Number of tables for so many `people`. `led`: the highest table number assigned to a facilitator, 0 for none.
 * @throws Refusal `tables-number` with `{max}`, `tables-many` with `{count}`, `tables-led` with `{table}`
 */
export function tableCount(wanted: Wanted, people: number, led: number): number {
  const asked = 'tables' in wanted ? wanted.tables : wanted.size
  if (!Number.isInteger(asked) || asked < 1 || asked > TABLES_LIMIT)
    throw new Refusal('tables-number', { max: TABLES_LIMIT })
  const tables = 'tables' in wanted ? asked : Math.max(1, led, Math.ceil(people / asked))
  if (tables > TABLES_LIMIT) throw new Refusal('tables-number', { max: TABLES_LIMIT })
  if (tables > people) throw new Refusal('tables-many', { count: people })
  if (tables < led) throw new Refusal('tables-led', { table: led })
  return tables
}
