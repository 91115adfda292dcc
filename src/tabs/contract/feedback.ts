import { z } from 'zod'
import type { Shown } from '../../kernel/personal-data/counts.ts'

/** GET /me/feedback → Page<AskedView>: the workshops about which I am asked, while that is open; one page of 20. */
export type AskedView = {
  /** Of the workshop. */
  readonly id: string
  readonly title: string
  /** Milliseconds. */
  readonly startsAt: number
  readonly closesAt: number
  /** I answered; my answer is stored without my name, and cannot be changed. */
  readonly given: boolean
  /** Nobody kept who came: I may say that I was not there. */
  readonly unsure?: true
}

/** PUT /workshops/:id/my-feedback → GivenView: once; the first that came stands. `rating`: of 1 to 5. `before`: this is not it.
 * `absent`: I was not there; nothing is counted, and I am not asked again. */
export const givenInput = z.union([
  z.object({ absent: z.literal(true) }),
  z.object({ absent: z.never().optional(), rating: z.number().int(), sentence: z.string().max(4_000) }),
])
export type GivenInput = z.infer<typeof givenInput>
export type GivenView = Pick<AskedView, 'id'> & { readonly given: true; readonly before?: true }

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
