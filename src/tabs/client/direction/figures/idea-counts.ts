import { exact, total } from '../../../../kernel/personal-data/counts.ts'
import type { FiguresView } from '../../../contract/figures/figures.ts'
import type { IdeaView } from '../../../contract/ideas/ideas.ts'

type IdeaCounts = FiguresView['ideas']
type Counts = IdeaCounts[number]
type CountedState = 'received' | 'studied' | 'answered' | 'retained'

/** As figures group them: an initiative was retained, and setting aside is an answer. */
function countedAs(state: IdeaView['state'] | undefined): CountedState | undefined {
  if (state === 'initiative') return 'retained'
  if (state === 'aside') return 'answered'
  return state === 'merged' ? undefined : state
}

function moved(counts: Counts, from: CountedState, to: CountedState): Counts {
  if (from === to || counts[from] === 0) return counts
  return {
    ...counts,
    [from]: exact('ideas', counts[from] - 1),
    [to]: exact('ideas', counts[to] + 1),
  }
}

/**
 * The counts as they will be unless something is taken back: who answers reads an idea as they decided it, and counts it so
 * too. Nothing of that is published yet, so no other reader does.
 */
export function countsAsDecided(counts: IdeaCounts, read: readonly IdeaView[]): IdeaCounts {
  const known = new Set(counts.map(({ axis }) => axis))
  return read.reduce((all, { axis = '', state, published }) => {
    const [from, to] = [countedAs(published), countedAs(state)]
    const under = known.has(axis) ? axis : ''
    if (!from || !to) return all
    return all.map(each => (each.axis === under ? moved(each, from, to) : each))
  }, counts)
}

/** Ideas that wait for an answer or a decision, of all axes. */
export function waitingIn(counts: IdeaCounts): number {
  return total(counts.flatMap(({ received, studied }) => [received, studied]))
}
