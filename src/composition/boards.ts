import type { Wiring } from '../conversation/wiring.ts'
import type { wireIdeas } from '../features/ideas/wire.ts'
import { wireSynthesis } from '../features/synthesis/wire.ts'
import { wireThemes } from '../features/themes/wire.ts'

type Deps = Omit<Parameters<typeof wireSynthesis>[1], 'boards' | 'submittable'> & {
  readonly ideaWire: Pick<ReturnType<typeof wireIdeas>, 'closeIn' | 'usecases'>
}

/** What is made of the ideas of an axis: themes on a board, and a synthesis of them. */
export function wireBoards(wiring: Wiring, { programme, people, grounding, ideaWire }: Deps) {
  const { closeIn } = ideaWire
  const { submittable } = ideaWire.usecases
  const themeWire = wireThemes(wiring, { programme, grounding, submittable, closeIn })
  const { boards } = themeWire
  const synthesisWire = wireSynthesis(wiring, { programme, people, grounding, boards, submittable })
  return { themeWire, synthesisWire }
}
