import type { InitiativePhase } from '../../../contract/initiatives/initiatives.ts'

/** How far an initiative has come, in a word. */
export const PHASE_WORDS = {
  explore: 'initiative.phase.explore',
  create: 'initiative.phase.create',
  test: 'initiative.phase.test',
  done: 'initiative.phase.done',
} as const satisfies Record<InitiativePhase, string>

export function isPhase(text: string): text is InitiativePhase {
  return Object.hasOwn(PHASE_WORDS, text)
}
