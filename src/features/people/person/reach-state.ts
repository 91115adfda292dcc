/** Whether the bot can write to a known person. People of the file who never came have no account yet. */
export const REACH_STATES = ['installed', 'conversation', 'blocked', 'not-installed'] as const
export type ReachState = (typeof REACH_STATES)[number]

/**
 * Events that change it: install and uninstall, a message or press in the chat, a post accepted by Teams, and two kinds
 * of permanent refusal.
 */
export const REACH_FACTS = ['install', 'message', 'sent', 'uninstall', 'blocked', 'missing'] as const
export type ReachFactKind = (typeof REACH_FACTS)[number]
/**
 * Source of a state. `met`: seen in a channel or a tab, never in a chat; `roster`: a team member who was never seen.
 */
type ReachSource = 'install' | 'message' | 'sent' | 'uninstall' | 'refused' | 'met' | 'roster'

export type Reach = {
  readonly state: ReachState
  /** Milliseconds: when the state was first reported, in order of arrival. */
  readonly since: number
  readonly how: ReachSource
  /** Time of the last event of each kind: enough to apply events that arrive late. */
  readonly last: Readonly<Partial<Record<ReachFactKind, number>>>
}

/** Initial state of somebody who was never in a chat. */
export function metAt(at: number, how: 'met' | 'roster' = 'met'): Reach {
  return { state: 'not-installed', since: at, how, last: {} }
}

export function canReach(state: ReachState): boolean {
  return state === 'installed' || state === 'conversation'
}
