import { EVERYONE, type Permission } from '../../kernel/access/permission.ts'
import type { Shown } from '../../kernel/personal-data/counts.ts'

/** What it counts all may read one by one, so all may read the counts. */
export const REVIEW_PERMISSIONS = {
  read: { act: 'review.read', roles: EVERYONE },
} as const satisfies Record<string, Permission>

/** What the whole programme asked, was proposed, answered, began and learnt: exact, and read live; people are estimates. */
export type ProgrammeReview = {
  /** Milliseconds: when it was counted. */
  readonly at: number
  readonly headcount: number
  readonly followed: Followed
  /** Estimates of the last Monday, its day in `week`; absent before the first. */
  readonly participation?: ReviewParticipation & { readonly week: string }
  /** In the programme's order; what is under no axis last, under '', and only if there is any. */
  readonly axes: readonly ReviewAxis[]
  /** From the first month with anything to this one, the last twenty-four at most. */
  readonly months: readonly ReviewMonth[]
  /** In the programme's order, never by what they did. */
  readonly directions: readonly ReviewDirection[]
}

/**
 * How many ideas have an answer, a decision or a next step; of those the median of whole days until the first of these.
 * Hidden and withdrawn ideas are not counted, merged ones count as one.
 */
export type Followed = { readonly ideas: number; readonly withNext: number; readonly medianDays?: number }

/** The same of one Direction; `small`: of fewer than nineteen people, whose ideas without a name are left out. */
export type DirectionFollowed = Followed & { readonly small?: true }

type ReviewParticipation = { readonly count: Shown; readonly share: Shown }

/** What became of one axis. */
export type ReviewAxis = {
  readonly axis: string
  readonly asked: { readonly workshops: number; readonly boxes: number; readonly ballots: number }
  readonly proposed: { readonly ideas: number; readonly supports: Shown }
  readonly answered: { readonly answered: number; readonly retained: number; readonly waiting: number }
  /** `promised`: next steps, those kept since too; `commitments`: those shared with everyone, likewise. */
  readonly begun: {
    readonly initiatives: number
    /** Trials whose first day has come, decided ones too. */
    readonly trials: number
    readonly promised: number
    readonly commitments: number
  }
  readonly learnt: {
    readonly summaries: number
    /** Trials by what was decided of them. */
    readonly generalised: number
    readonly adjusted: number
    readonly stopped: number
    readonly stepsKept: number
    readonly commitmentsKept: number
  }
}

/** `month`: `YYYY-MM` in the programme's zone. */
export type ReviewMonth = {
  readonly month: string
  readonly proposed: number
  readonly answered: number
  readonly begun: number
}

/** One Direction, never with its delay; `small`: its ideas without a name count in the programme's total only. */
export type ReviewDirection = {
  readonly direction: { readonly id: string; readonly name: string; readonly headcount: number }
  readonly small?: true
  readonly participation?: ReviewParticipation
  readonly ideas: number
  readonly withNext: number
  readonly initiatives: number
  readonly stepsKept: number
}
