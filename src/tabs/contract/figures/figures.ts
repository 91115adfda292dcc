import { z } from 'zod'
import type { Shown } from '../../../kernel/personal-data/counts.ts'

/**
 * GET /directions/:id/figures: what the last daily snapshot says of a Direction's people, estimated (`estimatedWithin`) every
 * second week, 0 meaning « moins de 10 »; ideas, which all may read one by one, are counted as they stand when it is asked.
 */
export type FiguresView = {
  readonly direction: { readonly id: string; readonly name: string; readonly headcount: number }
  /** Fewer than nineteen people work there: no number of people is shown; « moins de 10 » may not be true of them. */
  readonly small?: true
  /** When the last snapshot was taken (ms); absent before the first. */
  readonly takenAt?: number
  /** The week in which the people of the Direction were last counted, by its Monday, `YYYY-MM-DD`. */
  readonly estimatedIn?: string
  /** Whether there is anything to show: without it the page says so in one sentence. */
  readonly enough: boolean
  /** People who took part at least once; shares in whole per cent of the headcount, here and in the whole programme. */
  readonly participation: ParticipationView
  /** The same week by week, the oldest first; as many as the programme keeps, 52 at most. `week`: its Monday, `YYYY-MM-DD`. */
  readonly weeks: readonly (ParticipationView & { readonly week: string })[]
  /**
   * By axis in the programme's order; ideas without an axis last, under ''. `answered`: set aside too; `retained`:
   * carried too. Of fewer than nineteen people without those that show no name.
   */
  readonly ideas: readonly {
    readonly axis: string
    readonly received: Shown
    readonly studied: Shown
    readonly answered: Shown
    readonly retained: Shown
    readonly total: Shown
  }[]
}
/** POST /directions/:id/figures/file → the file itself: the figures of the page, as it shows them, and nothing more. */
export const fileInput = z.object({ format: z.enum(['csv', 'xlsx']) })
export type FileFormat = z.infer<typeof fileInput>['format']

type ParticipationView = { readonly count: Shown; readonly share: Shown; readonly average: Shown }

/**
 * GET /figures: what the last daily snapshot says of the whole programme. Its people are estimated by themselves, from 60 on
 * within 5 % (`estimatedInAll`); its ideas are all that there are, those of no Direction's page too.
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
