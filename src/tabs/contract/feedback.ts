import type { Shown } from '../../kernel/counts.ts'

/**
 * GET /workshops/:id/feedback → FeedbackView: what those who were there said, to organisers alone. `open`: nothing is read
 * before `closesAt` (milliseconds); `few`: too few answered.
 */
export type FeedbackView =
  | { readonly state: 'none' }
  | { readonly state: 'few' }
  | { readonly state: 'open'; readonly closesAt: number }
  | {
      readonly state: 'read'
      readonly answers: Shown
      /** Of 1 to 5, to a tenth; of five answers at least. */
      readonly average: number
      /** In no order. */
      readonly sentences: readonly string[]
    }
