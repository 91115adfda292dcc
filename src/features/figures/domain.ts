import { EVERYONE, type Permission } from '../../kernel/access/permission.ts'
import type { KeyedRandom } from '../../kernel/crypto/keyed-random.ts'
import { rounded, type Shown, steppedWithin } from '../../kernel/personal-data/counts.ts'
import type { MeasuredCount } from '../../kernel/personal-data/measure.ts'
import type { Programme } from '../programme/index.ts'

/** Anybody may see them: a figure that only managers see is a figure about their people. */
export const FIGURE_PERMISSIONS = {
  read: { act: 'figures.read', roles: EVERYONE },
  /** What they read, as a file; the journal keeps that it was handed out. */
  export: { act: 'figures.export', roles: EVERYONE },
} as const satisfies Record<string, Permission>

/** How a measure is cut below a Direction. `people`: it counts people, so that the headcount is a bound. */
type Cut = { readonly axes: boolean; readonly states: readonly string[]; readonly people: boolean }

/** An idea waits, is under study, has its answer (set aside too), or is retained (carried too). */
export const IDEA_STATES = ['received', 'studied', 'answered', 'retained'] as const
export type CountedIdeaState = (typeof IDEA_STATES)[number]

/** The cuts, fixed: asking twice in two cuts is how a small group would be found out. What is not here is not kept. */
export const CUTS: Readonly<Record<string, Cut>> = {
  participants: { axes: false, states: [''], people: true },
  ideas: { axes: true, states: IDEA_STATES, people: false },
  'commitments-unshared': { axes: true, states: [''], people: true },
}

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

type Grid = Pick<Programme, 'axis' | 'direction'>

function isOfCut({ axis, direction }: Grid, cut: Cut, cell: MeasuredCount): boolean {
  const axisFits = cell.axis === '' || (cut.axes && axis(cell.axis) !== undefined)
  return axisFits && cut.states.includes(cell.state) && direction(cell.direction) !== undefined
}

/** Cells that name the same thing become one before rounding. */
function merged(cells: readonly MeasuredCount[]): readonly MeasuredCount[] {
  const sums = new Map<string, MeasuredCount>()
  for (const cell of cells) {
    const key = JSON.stringify([cell.direction, cell.axis, cell.state])
    sums.set(key, { ...cell, count: cell.count + (sums.get(key)?.count ?? 0) })
  }
  return [...sums.values()]
}

function figuresOf(grid: Grid, { measure, cells }: MeasuredCells, draw: KeyedRandom): readonly Figure[] {
  const cut = CUTS[measure]
  if (!cut) return []
  return merged(cells.filter(cell => isOfCut(grid, cut, cell))).map(({ count, ...cell }) => {
    const { headcount = 0 } = grid.direction(cell.direction) ?? {}
    const held = (move: number) => draw([measure, cell.direction, cell.axis, cell.state, move].join(' '))
    const value = cut.people ? steppedWithin(count, headcount, held) : rounded(count)
    return { measure, direction: cell.direction, axis: cell.axis, state: cell.state, value }
  })
}

/** What may be kept of what was counted. A cell below five leaves no trace, not even that it is not empty. */
export function shownOf(grid: Grid, counted: readonly MeasuredCells[], draw: KeyedRandom): readonly Figure[] {
  return counted.flatMap(each => figuresOf(grid, each, draw)).filter(({ value }) => value > 0)
}
