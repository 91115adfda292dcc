import type { SceneNow } from './domain.ts'

/** The one thing that the room asks of somebody now; the contract's words for it. */
export type ActNow =
  | { readonly kind: 'check-in' }
  | { readonly kind: 'table'; readonly table?: number }
  | { readonly kind: 'idea'; readonly axis?: string; readonly question?: string }
  | { readonly kind: 'support' }
  | { readonly kind: 'vote'; readonly ballot: string; readonly voted: boolean }
  | { readonly kind: 'feedback' }
  | { readonly kind: 'read' }

/** What is known of the person beside the scene. `votes`: whether they voted, absent where they are not asked. */
export type Circumstances = {
  readonly present: boolean
  /** Check-in is open. */
  readonly open: boolean
  readonly over: boolean
  readonly table?: number
  readonly votes?: { readonly voted: boolean }
  readonly feedback: boolean
}

/** Check-in first: it leads there, and checks nobody in. */
export function actNow(scene: SceneNow, of: Circumstances): ActNow {
  const { present, open, over, table, votes, feedback } = of
  if (!present && open) return { kind: 'check-in' }
  if (over && feedback) return { kind: 'feedback' }
  if (over) return { kind: 'read' }
  switch (scene.kind) {
    case 'tables':
      return { kind: 'table', ...(table !== undefined && { table }) }
    case 'question':
      return { kind: 'idea', ...axisOf(scene), question: scene.text }
    case 'wall': {
      const { question } = scene
      if (scene.frozen) return { kind: 'support' }
      return { kind: 'idea', ...axisOf(scene), ...(question !== undefined && { question }) }
    }
    case 'vote': {
      const { id, closed } = scene.ballot
      return votes && !closed ? { kind: 'vote', ballot: id, voted: votes.voted } : { kind: 'read' }
    }
    default:
      return { kind: 'read' }
  }
}

const axisOf = ({ axis }: { readonly axis?: string }) => (axis === undefined ? {} : { axis })
