import { z } from 'zod'
import type { Shown } from '../../kernel/personal-data/counts.ts'

/**
 * GET /directions/:id/figures: what the last daily snapshot says of a Direction. Every count is a multiple of 5, those of
 * people held back (`heldWithin`), 0 meaning « moins de 5 »; shares and totals are made of these rounded counts alone.
 */
export type FiguresView = {
  readonly direction: { readonly id: string; readonly name: string; readonly headcount: number }
  /** Fewer than nineteen people work there: no count of people is shown; « moins de 5 » may not be true of them. */
  readonly small?: true
  /** Milliseconds; absent before the first snapshot. */
  readonly takenAt?: number
  /** Whether anything reaches five: below that the page says so in one sentence. */
  readonly enough: boolean
  /** People who took part at least once; shares in whole per cent of the headcount, here and over all Directions. */
  readonly participation: ParticipationView
  /** The same at the end of each week, the oldest first; as many as the programme keeps, 52 at most. `week`: its Monday, `YYYY-MM-DD`. */
  readonly weeks: readonly (ParticipationView & { readonly week: string })[]
  /**
   * By axis in the programme's order; ideas without an axis last, under ''. `answered`: set aside too; `retained`:
   * carried too; `total`: sum of what is shown.
   */
  readonly ideas: readonly {
    readonly axis: string
    readonly received: Shown
    readonly studied: Shown
    readonly answered: Shown
    readonly retained: Shown
    readonly total: Shown
  }[]
  /** People who keep a commitment to themselves, by axis; those that are shared stand by name elsewhere. */
  readonly unshared: readonly { readonly axis: string; readonly count: Shown }[]
}
/** POST /directions/:id/figures/file → the file itself: the figures of the page, as it shows them, and nothing more. */
export const fileInput = z.object({ format: z.enum(['csv', 'xlsx']) })
export type FileFormat = z.infer<typeof fileInput>['format']

type ParticipationView = { readonly count: Shown; readonly share: Shown; readonly average: Shown }

/**
 * GET /figures: what the last daily snapshot says of the whole programme. Each count is the sum of what the Directions'
 * pages show, and says nothing more than they do; 0 says that nothing is shown.
 */
export type ProgrammeFiguresView = {
  readonly headcount: number
  /** Milliseconds; absent before the first snapshot. */
  readonly takenAt?: number
  readonly enough: boolean
  readonly participation: PartView
  readonly weeks: readonly (PartView & { readonly week: string })[]
  /** In the programme's order; `small`: no count of people is shown there. */
  readonly directions: readonly (PartView & {
    readonly direction: { readonly id: string; readonly name: string; readonly headcount: number }
    readonly small?: true
  })[]
  /** By axis in the programme's order, without one last, under ''; each by the states that are kept apart. */
  readonly ideas: readonly {
    readonly axis: string
    readonly states: readonly { readonly state: string; readonly count: Shown }[]
    readonly total: Shown
  }[]
  /** People who keep a commitment to themselves, by axis. */
  readonly unshared: readonly { readonly axis: string; readonly count: Shown }[]
}
type PartView = { readonly count: Shown; readonly share: Shown }
