/** Whether the bot can write to somebody known here. Who is in the people file and never came has no account yet. */
export const REACH_STATES = ['installed', 'conversation', 'blocked', 'not-installed'] as const
export type ReachState = (typeof REACH_STATES)[number]

/**
 * What tells of it: the app added or taken away, a message or a press in the chat, a post that Teams took, and two
 * kinds of post that it refused for good.
 */
export const REACH_FACTS = ['install', 'message', 'sent', 'uninstall', 'blocked', 'missing'] as const
export type ReachFactKind = (typeof REACH_FACTS)[number]
/** How a state is known. `met`: seen in a channel or a tab, never in a chat; `roster`: a member of a team, never seen. */
type ReachSource = 'install' | 'message' | 'sent' | 'uninstall' | 'refused' | 'met' | 'roster'

export type Reach = {
  readonly state: ReachState
  /** Milliseconds: the first that told of this state, in the order in which it was heard of. */
  readonly since: number
  readonly how: ReachSource
  /** When the last of each kind happened: all it takes to place one that comes late. */
  readonly last: Readonly<Partial<Record<ReachFactKind, number>>>
}

/** Somebody who was never in a chat. */
export function metAt(at: number, how: 'met' | 'roster' = 'met'): Reach {
  return { state: 'not-installed', since: at, how, last: {} }
}

export function canReach(state: ReachState): boolean {
  return state === 'installed' || state === 'conversation'
}
