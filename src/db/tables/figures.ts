import type { Shown } from '../../kernel/personal-data/counts.ts'

export type FigureTables = {
  /** One row a week: when its figures were last counted. */
  figure_week: {
    /** The week's Monday, ISO day. */
    week: string
    /** ISO day in the programme's zone, and milliseconds. */
    day: string
    taken_at: number
  }
  /** Rounded when it was written; what is below five has no row. */
  figure: {
    week: string
    measure: string
    direction: string
    /** '' where the cut does not apply, as for `state`. */
    axis: string
    state: string
    value: Shown
  }
}
