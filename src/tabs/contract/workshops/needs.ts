import { z } from 'zod'

/** GET /workshops/:id/my-needs, and what PUT answers: what I said that I need to come, '' for nothing. */
export type MyNeedsView = { readonly text: string }

/** PUT /workshops/:id/my-needs: in the place of what was said before. */
export const needsInput = z.object({ text: z.string().max(4_000) })

/** GET /workshops/:id/needs → Page<NeedView>, for organisers; 50 a page. */
export type NeedView = {
  readonly person: string
  /** '' of somebody who is gone. */
  readonly name: string
  readonly text: string
}
