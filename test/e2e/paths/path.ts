import type { Person } from '../../support/sign-in/cast.ts'
import type { Walk } from './walk.ts'

export const PERSONAS = ['agent', 'pilot', 'manager'] as const
export type Persona = (typeof PERSONAS)[number]

/** What one persona comes for, from the place where they meet it until they see that it is done. */
export type Path = {
  readonly persona: Persona
  readonly who: Person
  /** As the document calls it, the door last. */
  readonly name: string
  readonly play: (walk: Walk) => Promise<void>
}
