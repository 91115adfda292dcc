import { z } from 'zod'
import type { Actor } from '../../../kernel/access/actor.ts'
import { ID, ID_OR_NONE } from '../../../kernel/text/id-format.ts'
import { lookedAfter } from './domain.ts'

/** A role given to somebody by another person; `other`: who held it before, or holds it now. */
export type Appointed = {
  readonly direction: string
  readonly as: 'pilot' | 'deputy' | 'agent'
  readonly other: string
}

/** In facts and messages. */
export const appointedInput = z.object({
  direction: z.string().regex(ID),
  as: z.enum(['pilot', 'deputy', 'agent']),
  other: z.string().regex(ID_OR_NONE),
})

/** Whether they still hold it: a later change is told by itself. */
export function isStill(actor: Actor, { direction, as }: Appointed): boolean {
  if (!lookedAfter(actor).includes(direction)) return as === 'agent'
  return as === (actor.deputy ? 'deputy' : 'pilot')
}
