import { z } from 'zod'
import type { OpenKind } from '../../kernel/storage/open-kind.ts'

/** `among`: the kind that it is a part of. */
export type OpenMatterView = {
  readonly kind: OpenKind
  readonly among?: OpenKind
  readonly count: number
}

/** GET /closing, for organisers and observers: what is still open, without what there is none of. */
export type CloseoutView = {
  /** Since when the programme is closed (milliseconds), and how many things were left open. */
  readonly closed?: { readonly at: number; readonly left: number }
  readonly open: readonly OpenMatterView[]
  readonly left: number
}

/** POST /closing → CloseoutView: `left`, the number that was shown. POST /closing/reopen takes nothing. */
export const closingInput = z.object({ left: z.int().min(0).max(10_000_000), sure: z.literal(true) })
// POST /closing/archive takes nothing; it answers a ZIP archive.
export type ClosingInput = z.infer<typeof closingInput>
