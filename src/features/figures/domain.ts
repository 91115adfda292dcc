import { EVERYONE, type Permission } from '../../kernel/access/permission.ts'
import type { KeyedRandom } from '../../kernel/crypto/keyed-random.ts'
import {
  estimatedInAll,
  estimatedWithin,
  exact,
  FEWEST_FINE,
  type Shown,
} from '../../kernel/personal-data/counts.ts'
import type { MeasuredCount } from '../../kernel/personal-data/measure.ts'
import type { Programme } from '../programme/index.ts'

/** Anybody may see them: a figure that only managers see is a figure about their people. */
export const FIGURE_PERMISSIONS = {
  read: { act: 'figures.read', roles: EVERYONE },
  /** What they read, as a file; the journal keeps that it was handed out. */
  export: { act: 'figures.export', roles: EVERYONE },
} as const satisfies Record<string, Permission>

/**
 * How a measure is cut. `held`: people who do it unseen, whose number is an estimate; otherwise things that all may read
 * one by one, which are counted. `directions`: held for each of them too, not for the whole programme alone.
 */
type Cut = {
  readonly axes: boolean
  readonly states: readonly string[]
  readonly directions: boolean
  readonly held: boolean
}

/** An idea waits, is under study, has its answer (set aside too), or is retained (carried too). */
export const IDEA_STATES = ['received', 'studied', 'answered', 'retained'] as const
export type CountedIdeaState = (typeof IDEA_STATES)[number]

/** The cuts, fixed: asking twice in two cuts is how a small group would be found out. What is not here is not kept. */
export const CUTS: Readonly<Record<string, Cut>> = {
  participants: { axes: false, states: [''], directions: true, held: true },
  ideas: { axes: true, states: IDEA_STATES, directions: true, held: false },
  'commitments-unshared': { axes: true, states: [''], directions: false, held: true },
}

/** In place of a Direction's id: the whole programme for what is held, no Direction's page for what is counted. */
export const NOWHERE = ''

/** What one measure counted, exactly: alive between two reads, never written. */
export type MeasuredCells = { readonly measure: string; readonly cells: readonly MeasuredCount[] }

/** What is kept and shown of a cell; '' where a cut does not apply. */
export type Figure = {
  readonly measure: string
  readonly direction: string
  readonly axis: string
  readonly state: string
  readonly value: Shown
}

type Grid = Pick<Programme, 'axis' | 'direction' | 'directions' | 'headcount'>
type Cell = Omit<Figure, 'value'>
type Count = Cell & { readonly count: number }

const nameOf = ({ measure, direction, axis, state }: Cell) =>
  JSON.stringify([measure, direction, axis, state])

/** As the cut has it: what is of no Direction or axis of the programme stands under none. */
function placed({ axis, direction }: Grid, measure: string, cut: Cut, cell: MeasuredCount): Count {
  const place = cut.directions && direction(cell.direction) ? cell.direction : NOWHERE
  const under = cut.axes && axis(cell.axis) ? cell.axis : ''
  return { measure, direction: place, axis: under, state: cell.state, count: cell.count }
}

/** Cells that name the same thing become one before anything is said of them. */
function merged(cells: readonly Count[]): readonly Count[] {
  const sums = new Map<string, Count>()
  for (const cell of cells) {
    const key = nameOf(cell)
    sums.set(key, { ...cell, count: cell.count + (sums.get(key)?.count ?? 0) })
  }
  return [...sums.values()]
}

function countsOf(grid: Grid, { measure, cells }: MeasuredCells, held: boolean): readonly Count[] {
  const cut = CUTS[measure]
  if (cut?.held !== held) return []
  return cells.filter(({ state }) => cut.states.includes(state)).map(cell => placed(grid, measure, cut, cell))
}

/** What all may read one by one, counted. */
export function countedOf(grid: Grid, counted: readonly MeasuredCells[]): readonly Figure[] {
  const counts = merged(counted.flatMap(each => countsOf(grid, each, false)))
  return counts.map(({ count, ...cell }) => ({ ...cell, value: exact('ideas', count) }))
}

/**
 * Whether the people of the whole programme are counted by themselves; otherwise it is said to be the sum of what its
 * Directions show. Of few people, or of one Direction, a second count beside theirs would give them away.
 */
export const isCountedWhole = ({ headcount, directions }: Pick<Grid, 'headcount' | 'directions'>): boolean =>
  headcount >= FEWEST_FINE && directions.length > 1

function estimate(grid: Grid, { count, ...cell }: Count, last: number, draw: KeyedRandom): Figure {
  const { measure, direction, axis, state } = cell
  const drawn = (at: number) => draw(['about', measure, direction, axis, state, at].join(' '))
  const value =
    direction === NOWHERE
      ? estimatedInAll(count, grid.headcount, drawn, last)
      : estimatedWithin(count, grid.direction(direction)?.headcount ?? 0, drawn, last)
  return { ...cell, value }
}

/**
 * What people do unseen, as estimates: of each Direction where the cut has them, and of the whole programme. None falls
 * below what was said of it `before`. What is under ten leaves no trace.
 */
export function heldOf(
  grid: Grid,
  counted: readonly MeasuredCells[],
  draw: KeyedRandom,
  before: readonly Figure[] = [],
): readonly Figure[] {
  const cells = counted.flatMap(each => countsOf(grid, each, true))
  const apart = cells.filter(({ direction }) => direction !== NOWHERE)
  const whole = cells.filter(({ measure }) => !CUTS[measure]?.directions || isCountedWhole(grid))
  const stood = before
    .filter(
      ({ measure, direction }) => isHeld(measure) && (direction === NOWHERE || grid.direction(direction)),
    )
    .map(({ value: _, ...cell }) => ({ ...cell, count: 0 }))
  const last = new Map(before.map(({ value, ...cell }) => [nameOf(cell), value]))
  return merged([...apart, ...whole.map(cell => ({ ...cell, direction: NOWHERE })), ...stood])
    .map(cell => estimate(grid, cell, last.get(nameOf(cell)) ?? 0, draw))
    .filter(({ value }) => value > 0)
}

/** Whether its numbers are estimates. */
export const isHeld = (measure: string): boolean => CUTS[measure]?.held === true
