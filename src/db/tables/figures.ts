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
  /** What people do unseen as an estimate, made before it was written: of fewer than ten no row. Ideas as they are counted. */
  figure: {
    week: string
    measure: string
    /** '' for the whole programme, and for ideas of no Direction's page. */
    direction: string
    /** '' where the cut does not apply, as for `state`. */
    axis: string
    state: string
    value: Shown
  }
}
