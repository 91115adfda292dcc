import { z } from 'zod'
import type { NextStepView } from '../next-steps.ts'

/** What a result ends with. Days are `YYYY-MM-DD`; `late`: it should have been said by then. */
export type SequelView =
  | { readonly kind: 'steps'; readonly steps: readonly NextStepView[] }
  | { readonly kind: 'awaited'; readonly due: string; readonly late: boolean }
  /** The summary of the workshop says it. */
  | { readonly kind: 'summary' }
  | {
      readonly kind: 'none'
      readonly word?: string
      /** Until when I can take it back (ms). */
      readonly undoUntil?: number
    }

/** PUT /ballots/:id/sequel → BallotView: nothing follows, and why (not asked of a vote at a workshop), or that is taken back. */
export const sequelInput = z.object({ none: z.boolean(), word: z.string().max(4_000).default('') })

/** GET /ballots/awaited → AwaitedView: those of which nobody has said what follows, the first 20, for organisers. */
export type AwaitedView = {
  readonly count: number
  readonly items: readonly {
    readonly id: string
    readonly question: string
    readonly due: string
    readonly late: boolean
  }[]
}
