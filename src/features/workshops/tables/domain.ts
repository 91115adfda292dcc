import { ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { isAhead, type LifecycleStage } from '../workshop/domain.ts'
import type { Guest, TablePlaces } from './assignment.ts'

export const TABLE_PERMISSIONS = {
  readTables: { act: 'workshops.read-tables', roles: ORGANISERS },
  drawTables: { act: 'workshops.draw-tables', roles: ORGANISERS },
  showTables: { act: 'workshops.show-tables', roles: ORGANISERS },
  nameFacilitator: { act: 'workshops.name-facilitator', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

/** The current assignment of a workshop's tables. */
export type TableDraw = {
  readonly workshop: string
  /** Reproduces the assignment for the same people. */
  readonly seed: string
  readonly tables: number
  /** Milliseconds. */
  readonly at: number
  readonly by: string
  /** Since when everybody sees their own table, in milliseconds. */
  readonly shownAt?: number
}

/** A facilitator of a workshop, with a table of their own or none. */
export type Leader = { readonly person: string; readonly table?: number }

/** People's ids by table. */
export type SeatingPlan = {
  readonly tables: readonly {
    readonly number: number
    readonly leaders: readonly string[]
    readonly people: readonly string[]
  }[]
  /** Registered after the assignment: no table yet. */
  readonly without: readonly string[]
}

/** People to be assigned: facilitators have a table of their own or move between tables. */
export function drawnAmong(guests: readonly Guest[], leaders: readonly Leader[]): readonly Guest[] {
  const leading = new Set(leaders.map(({ person }) => person))
  return guests.filter(({ id }) => !leading.has(id))
}

/** The highest table number assigned to a facilitator; 0 for none. */
export function highestLed(leaders: readonly Leader[]): number {
  return Math.max(0, ...leaders.map(({ table = 0 }) => table))
}

export function seatingOf(
  draw: Pick<TableDraw, 'tables'> | undefined,
  guests: readonly Guest[],
  leaders: readonly Leader[],
  places: TablePlaces,
): SeatingPlan {
  const drawn = drawnAmong(guests, leaders)
  const at = (number: number) => ({
    number,
    leaders: leaders.filter(({ table }) => table === number).map(({ person }) => person),
    people: drawn.filter(({ id }) => places.get(id) === number).map(({ id }) => id),
  })
  const count = draw?.tables ?? 0
  // A facilitator may have been given a table beyond those assigned: it is listed, and none between.
  const beyond = draw ? leaders.flatMap(({ table = 0 }) => (table > count ? [table] : [])) : []
  const numbers = [...Array.from({ length: count }, (_, index) => index + 1), ...new Set(beyond)]
  const tables = numbers.toSorted((a, b) => a - b).map(at)
  const without = draw ? drawn.filter(({ id }) => !places.has(id)).map(({ id }) => id) : []
  return { tables, without }
}

/**
 * Whether tables may be assigned (again) now. `again`: although everybody has seen theirs.
 * @throws Refusal `tables-late`, `tables-shown`
 */
export function checkDraw(stage: LifecycleStage, before: TableDraw | undefined, again: boolean): void {
  if (!isAhead(stage)) throw new Refusal('tables-late')
  if (before?.shownAt !== undefined && !again) throw new Refusal('tables-shown')
}
