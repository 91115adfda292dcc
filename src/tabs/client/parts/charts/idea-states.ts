import type { FiguresView } from '../../../contract/figures.ts'
import type { Speech } from '../words/translator.ts'
import type { Fill } from './bars.tsx'

type Counts = FiguresView['ideas'][number]
export type IdeaState = Exclude<keyof Counts, 'axis' | 'total'>

/** In the order that an idea goes through them. */
export const IDEA_STATES: readonly { readonly state: IdeaState; readonly fill: Fill }[] = [
  { state: 'received', fill: 'plain' },
  { state: 'studied', fill: 'dots' },
  { state: 'answered', fill: 'hatch' },
  { state: 'retained', fill: 'full' },
]

const WORDS = {
  received: 'direction.received',
  studied: 'direction.studied',
  answered: 'direction.replied',
  retained: 'direction.retained',
} as const

export function stateName(state: IdeaState, { say }: Speech): string {
  return say(WORDS[state])
}
