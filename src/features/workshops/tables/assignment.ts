import { Refusal } from '../../../kernel/errors/refusal.ts'
import { fingerprint } from '../../../kernel/text/text.ts'

export const TABLES_LIMIT = 100

/** Somebody who is to sit at a table. */
export type Guest = { readonly id: string; readonly direction: string | undefined }

/** The table of each person, by id; tables are numbered from 1. */
export type TablePlaces = ReadonlyMap<string, number>

/** How many tables there shall be, or for about how many people each. */
export type Wanted = { readonly tables: number } | { readonly size: number }

/** `things` in an order that the seed alone decides, whatever order they came in. */
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
 * Everybody's table. Sizes differ by one at most, and so do the numbers of people of one Direction from table to table: no
 * two of a Direction sit together before each table has one of it. The same people and seed give the same tables.
 */
export function drawTables(guests: readonly Guest[], tables: number, seed: string): TablePlaces {
  const directions = [...new Set(guests.map(directionOf))]
  const numbers = Array.from({ length: tables }, (_, at) => at + 1)
  const order = shuffled(numbers, number => `table ${number}`, seed)
  // Direction after Direction, dealt round the tables like cards.
  const dealt = shuffled(directions, direction => `direction ${direction}`, seed).flatMap(direction =>
    shuffled(
      guests.filter(guest => directionOf(guest) === direction),
      ({ id }) => id,
      seed,
    ),
  )
  return new Map(dealt.map(({ id }, at) => [id, order[at % tables] ?? 1]))
}

/** A table as it is filled now. */
export type Filled = { readonly number: number; readonly size: number; readonly ofDirection: number }

/**
 * The table for one who comes late: where fewest sit, and among these where their Direction has fewest. Nobody moves.
 * `filled` holds every table; `ofDirection` counts those of the guest’s own.
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
 * How many tables to draw for so many `people`. `led`: the highest number that a facilitator holds, 0 for none.
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
