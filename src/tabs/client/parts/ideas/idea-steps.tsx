import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import { StepsBlock } from '../steps/steps-block.tsx'
import type { StepsWithin } from '../steps/steps-place.tsx'

type Props = {
  readonly idea: Pick<IdeaView, 'id' | 'text' | 'state' | 'next'>
  readonly within: StepsWithin
}

/** What follows of an idea, once it is retained, and what this person may do about that. */
export function IdeaSteps({ idea, within }: Props) {
  const { id, text, state, next = [] } = idea
  if (state !== 'retained' && state !== 'initiative') return null
  return <StepsBlock subject={{ kind: 'idea', id }} next={next} title={text} within={within} />
}
