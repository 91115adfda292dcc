import { z } from 'zod'

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
