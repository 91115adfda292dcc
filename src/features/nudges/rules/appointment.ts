import { z } from 'zod'
import type { Actor } from '../../../kernel/access/actor.ts'
import { ID, ID_OR_NONE } from '../../../kernel/text/id-format.ts'
import { lookedAfter } from './domain.ts'

/** What somebody has become for a Direction without doing it themselves; `other`: who was it before, or is it now. */
export type Appointed = {
  readonly direction: string
  readonly as: 'pilot' | 'deputy' | 'agent'
  readonly other: string
}

/** As a fact or a message carries it. */
export const appointedInput = z.object({
  direction: z.string().regex(ID),
  as: z.enum(['pilot', 'deputy', 'agent']),
  other: z.string().regex(ID_OR_NONE),
})

/** Whether it is true as yet: what was decided anew meanwhile is told anew. */
export function isStill(actor: Actor, { direction, as }: Appointed): boolean {
  if (!lookedAfter(actor).includes(direction)) return as === 'agent'
  return as === (actor.deputy ? 'deputy' : 'pilot')
}
