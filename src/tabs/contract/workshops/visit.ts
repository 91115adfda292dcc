import { z } from 'zod'
import type { Shown } from '../../../kernel/personal-data/counts.ts'

/**
 * GET /workshops/:id/visit → for who has a seat or waits for one; and what PUT /workshops/:id/shown answers. 50 names a
 * page; `next` is the cursor to send back as `after`.
 */
export type VisitView = {
  readonly seats: Shown
  readonly directions: Shown
  /** I may read names: I have a seat, and it is not over. */
  readonly seated: boolean
  /** Others who chose to be shown. */
  readonly names: readonly string[]
  readonly next?: string
  /** My own name is shown to them. */
  readonly shown: boolean
  /** The table I sit at, once it is shown. */
  readonly table?: number
  /** What I said that I need to come; '' for nothing. */
  readonly need: string
}

/** PUT /workshops/:id/shown → VisitView */
export const shownInput = z.object({ shown: z.boolean() })
