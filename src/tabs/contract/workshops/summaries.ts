import { z } from 'zod'
import type { Shown } from '../../../kernel/personal-data/counts.ts'
import type { NextStepView } from '../next-steps.ts'

/** GET, PUT /workshops/:id/summary → SummaryView, to those in charge; GET /workshops/:id/published-summary, to everybody. */
export const summaryInput = z.object({
  sequel: z.string().max(4_000),
  turn: z.number().int().min(0).max(1_000_000),
})
export type SummaryView = {
  readonly title: string
  /** Ideas that the workshop gathered. */
  readonly count: Shown
  readonly top: readonly { readonly id: string; readonly text: string; readonly supports: Shown }[]
  /** What comes next; '' until it is published. */
  readonly sequel: string
  /** What follows, promised by somebody. */
  readonly steps: readonly NextStepView[]
  /** 0 until it is published; one more each time it is corrected. */
  readonly turn: number
  /** When it was published, or last corrected (ms). */
  readonly at?: number
}
