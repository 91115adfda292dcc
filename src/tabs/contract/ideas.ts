import { z } from 'zod'
import type { Shown } from '../../kernel/counts.ts'
import { nonce } from './common.ts'

/** GET /ideas → Page<IdeaView>, newest first, 20 a page; `?mine=1` for my own. */
export type IdeaView = {
  readonly id: string
  /** Absent until its author chose one. */
  readonly axis?: string
  readonly text: string
  /** Author's name as colleagues see it. */
  readonly author: string
  readonly mine: boolean
  readonly state: 'received'
  /** Milliseconds. */
  readonly at: number
  readonly supports: Shown
  readonly directions: Shown
  readonly supported: boolean
}

/** POST /ideas → IdeaView */
export const ideaInput = z.object({ nonce, axis: z.string().max(80), text: z.string().max(20_000) })
/** PUT /ideas/:id/support → IdeaView */
export const supportInput = z.object({ support: z.boolean() })
/** PUT /ideas/:id/axis → IdeaView */
export const axisInput = z.object({ axis: z.string().max(80) })
