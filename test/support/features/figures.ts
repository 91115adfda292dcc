import { countedOf, type Figure, heldOf, type MeasuredCells } from '../../../src/features/figures/domain.ts'
import { type FiguresPage, pageFor } from '../../../src/features/figures/page.ts'
import {
  type Direction,
  type Programme,
  programmeOf,
} from '../../../src/features/programme/programme/domain.ts'
import type { KeyedRandom } from '../../../src/kernel/crypto/keyed-random.ts'
import type { Measure, MeasuredCount } from '../../../src/kernel/personal-data/measure.ts'
import { programme as shipped } from '../programme/programme.ts'

/** The programme that the repository ships, with Directions of these headcounts: d0, d1, … */
export function programmeWith(headcounts: readonly number[], axes = 2): Programme {
  const directions = headcounts.map(
    (headcount, at): Direction => ({ id: `d${at}`, name: `Direction ${at}`, headcount }),
  )
  return programmeOf({ ...shipped, axes: shipped.axes.slice(0, axes), directions })
}

/** Every figure moves as early as it may. */
export const SOONEST: KeyedRandom = () => 0

export function cell(direction: string, count: number, axis = '', state = ''): MeasuredCount {
  return { direction, axis, state, count }
}

/** Measures that say what `counted` says now. */
export function measuresOf(counted: readonly MeasuredCells[]): Measure[] {
  return counted.map(({ measure, cells }) => ({
    name: measure,
    count: async () => cells,
    ...(measure === 'ideas' && {
      within: async (_, id) => cells.filter(({ direction }) => direction === id),
    }),
  }))
}

/** What is kept of one day, the first that there is. */
export function figuresOf(
  programme: Programme,
  counted: readonly MeasuredCells[],
  draw = SOONEST,
): readonly Figure[] {
  return [...countedOf(programme, counted), ...heldOf(programme, counted, draw)]
}

/** Every page of one day, as somebody who opens them all would keep them. */
export function pagesOf(
  programme: Programme,
  counted: readonly MeasuredCells[],
  draw = SOONEST,
): readonly FiguresPage[] {
  return pagesFrom(programme, figuresOf(programme, counted, draw))
}

export function pagesFrom(programme: Programme, figures: readonly Figure[]): readonly FiguresPage[] {
  const week = '2027-04-19'
  const weeks = [{ week, day: '2027-04-22', takenAt: Date.UTC(2027, 3, 22, 4) }]
  const participants = new Map([[week, figures.filter(({ measure }) => measure === 'participants')]])
  return programme.directions.map(direction => {
    const last = figures.filter(figure => figure.direction === direction.id)
    return pageFor({ programme, direction, weeks, participants, last })
  })
}
