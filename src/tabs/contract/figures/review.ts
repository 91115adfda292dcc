import { z } from 'zod'
import type { Shown } from '../../../kernel/personal-data/counts.ts'

/** GET /review/followed: of the whole programme, or of one Direction. */
export const followedQuery = z.object({ direction: z.string().min(1).max(100).optional() })

/**
 * Ideas that have an answer, a decision or a next step, and the median of whole days until the first of these; absent while
 * there is none. `small`: a Direction of fewer than nineteen people, whose ideas without a name are left out.
 */
export type FollowedView = {
  readonly ideas: number
  readonly withNext: number
  readonly medianDays?: number
  readonly small?: true
}

/** GET /review: the whole programme, counted at `at` (milliseconds); its people as the figures of a Monday estimate them. */
export type ReviewView = {
  readonly at: number
  readonly headcount: number
  readonly followed: FollowedView
  readonly participation?: ReviewPartView & { readonly week: string }
  /** In the programme's order; what is under no axis last, under ''. */
  readonly axes: readonly ReviewAxisView[]
  /** `month`: `YYYY-MM`; the oldest first. */
  readonly months: readonly {
    readonly month: string
    readonly proposed: number
    readonly answered: number
    readonly begun: number
  }[]
  /** In the programme's order; `small`: its ideas without a name count in the programme's total only. */
  readonly directions: readonly ReviewDirectionView[]
}

type ReviewPartView = { readonly count: Shown; readonly share: Shown }

export type ReviewAxisView = {
  readonly axis: string
  readonly asked: { readonly workshops: number; readonly boxes: number; readonly ballots: number }
  readonly proposed: { readonly ideas: number; readonly supports: Shown }
  readonly answered: { readonly answered: number; readonly retained: number; readonly waiting: number }
  readonly begun: {
    readonly initiatives: number
    /** Whose first day has come, decided ones too. */
    readonly trials: number
    readonly promised: number
    readonly commitments: number
  }
  readonly learnt: {
    readonly summaries: number
    /** Trials, by what was decided of them. */
    readonly generalised: number
    readonly adjusted: number
    readonly stopped: number
    readonly stepsKept: number
    readonly commitmentsKept: number
  }
}

export type ReviewDirectionView = {
  readonly direction: { readonly id: string; readonly name: string; readonly headcount: number }
  readonly small?: true
  readonly participation?: ReviewPartView
  readonly ideas: number
  readonly withNext: number
  readonly initiatives: number
  readonly stepsKept: number
}
