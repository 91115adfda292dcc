import { z } from 'zod'
import type { Shown } from '../../../kernel/personal-data/counts.ts'
import { id } from '../primitives.ts'

/** GET /workshops/:id/wall?after=, GET /screen/wall?after= → WallView */
export const wallQuery = z.object({ after: z.string().max(200).optional() })

export type WallView = {
  /** Give it back as `after`. */
  readonly revision: string
  /** Forget what you have; false: only what changed since `after`. */
  readonly whole: boolean
  readonly ideas: readonly WallIdea[]
  /** Ids to take away now: hidden, withdrawn, moderated, merged. */
  readonly gone: readonly string[]
  /** Ask again at once. */
  readonly more?: true
}

export type WallIdea = {
  readonly id: string
  readonly text: string
  readonly axis?: string
  /** Milliseconds. */
  readonly at: number
  readonly supports: Shown
  readonly table?: string
  /** The same for all that are alike: for most the id of the first of them, which has none. Without one: its own id. */
  readonly group?: string
}

/** POST /workshops/:id/wall/hide: from the wall alone; `hidden: false` undoes it. */
export const wallHideInput = z.strictObject({ idea: id, hidden: z.boolean() })
export type WallHideInput = z.infer<typeof wallHideInput>

/**
 * POST /workshops/:id/wall/approve: where ideas are read before they are shown. `text`: what was read; refused, by the code
 * `wall-reworded`, where its author has changed it since.
 */
export const wallApproveInput = z.strictObject({ idea: id, text: z.string().max(20_000).optional() })
export type WallApproveInput = z.infer<typeof wallApproveInput>
