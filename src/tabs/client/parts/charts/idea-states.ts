import type { FiguresView } from '../../../contract/figures/figures.ts'
import type { Translator } from '../words/translator.ts'
import type { BarFill } from './bars.tsx'

type Counts = FiguresView['ideas'][number]
type ChartedIdeaState = Exclude<keyof Counts, 'axis' | 'total'>

/** In the order that an idea goes through them. */
export const IDEA_STATES: readonly { readonly state: ChartedIdeaState; readonly fill: BarFill }[] = [
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

export function stateName(state: ChartedIdeaState, { say }: Translator): string {
  return say(WORDS[state])
}
