import { z } from 'zod'
import type { TargetsView } from './workshops/planning.ts'

/** GET /channels/bindings → Page<BindingView>: every channel where the bot sits, by team and name, 50 a page. For organisers. */
export type BindingView = {
  readonly id: string
  readonly teamId: string
  readonly team: string
  readonly name: string
  /** Ids of the Directions that the channel itself, and its whole team, are bound to. */
  readonly direction?: string
  readonly teamDirection?: string
  readonly archived?: true
  /** Since when Teams refuses what the bot posts there, in milliseconds. */
  readonly shutAt?: number
}

/** PUT /channels/:id/binding → BindingView: what the channel, or its whole team, stands for from now on; null: nothing. */
export const bindingInput = z.object({
  part: z.enum(['channel', 'team']),
  direction: z.string().min(1).max(80).nullable(),
})
export type BindingInput = z.infer<typeof bindingInput>

/** Many ids, with commas between them. */
const ids = z.string().max(9_000).default('')
/** GET /channels/targets → AudienceView: where a choice leads, before anything is announced. For organisers. */
export const targetsQuery = z.object({ channels: ids, directions: ids })
/**
 * Whom it is meant for: `headcount` of the Directions whose channels they are; `free`: channels of no Direction, of whose
 * readers nothing is known.
 */
export type AudienceView = TargetsView & { readonly headcount: number; readonly free: number }
