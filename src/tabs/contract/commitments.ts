import { z } from 'zod'
import type { Shown } from '../../kernel/counts.ts'
import { day, id, nonce } from './common.ts'

export const VISIBILITIES = ['me', 'direction', 'everyone'] as const
export type Visibility = (typeof VISIBILITIES)[number]

/** GET /commitments → Page<CommitmentView>: mine, newest first, 50 a page. */
export type CommitmentView = {
  readonly id: string
  readonly axis: string
  readonly text: string
  /** Last day, `YYYY-MM-DD`. */
  readonly horizon: string
  readonly visibility: Visibility
  readonly state: 'taken' | 'kept' | 'let-go'
  /** Day it was kept or let go. */
  readonly endedOn?: string
}

/** POST /commitments → CommitmentView */
export const commitmentInput = z.object({
  nonce,
  axis: z.string().max(80),
  text: z.string().max(4000),
  horizon: day,
  visibility: z.enum(VISIBILITIES).default('me'),
  idea: id.optional(),
})
export type CommitmentInput = z.input<typeof commitmentInput>

/** POST /commitments/:id/end → CommitmentView */
export const commitmentEnd = z.object({ state: z.enum(['kept', 'let-go']) })

/** GET /commitments/shared → SharedView[]: by axis, how many colleagues share one that I may see. */
export type SharedView = { readonly axis: string; readonly count: Shown }
