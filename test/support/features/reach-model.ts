import type { ReachState } from '../../../src/features/people/person/reach-state.ts'
import type { ReachFact } from '../../../src/features/people/reach/domain.ts'

/** Of facts of one moment, which comes first: the later one decides. */
const ORDER: readonly ReachFact['kind'][] = ['uninstall', 'message', 'sent', 'install', 'missing', 'blocked']

type Model = {
  readonly state: ReachState
  /** Taken away by the person: what Teams then refuses says nothing more. */
  readonly removed: boolean
  /** When the state cannot yet have begun, and when the last that told of it happened. */
  readonly after: number
  readonly newest: number
}

function next(now: Model, { kind, at }: ReachFact): Model {
  const lost = now.state === 'blocked' || now.state === 'not-installed'
  const heard = kind === 'install' || kind === 'message' || kind === 'sent'
  const after = heard === lost ? now.newest : now.after
  if (kind === 'install') return { state: 'installed', removed: false, after, newest: at }
  if (heard) {
    const state = now.state === 'installed' ? 'installed' : 'conversation'
    return { state, removed: false, after, newest: at }
  }
  if (kind === 'uninstall' || now.removed) return { state: 'not-installed', removed: true, after, newest: at }
  return { state: kind === 'blocked' ? 'blocked' : 'not-installed', removed: false, after, newest: at }
}

/** The same told plainly: what happened, played once from the first to the last, by somebody who saw all of it. */
export function reachModel(facts: readonly ReachFact[]): Model {
  const story = facts.toSorted(
    (one, other) => one.at - other.at || ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind),
  )
  return story.reduce(next, { state: 'not-installed', removed: false, after: 0, newest: 0 })
}
