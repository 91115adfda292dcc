/** Whether the bot can write to somebody known here. Who is in the people file and never came has no account yet. */
export const REACH_STATES = ['installed', 'conversation', 'blocked', 'not-installed'] as const
export type ReachState = (typeof REACH_STATES)[number]

/**
 * What tells of it: the app added or taken away, a message or a press in the chat, a post that Teams took, and two
 * kinds of post that it refused for good.
 */
export const REACH_FACTS = ['install', 'message', 'sent', 'uninstall', 'blocked', 'missing'] as const
type Kind = (typeof REACH_FACTS)[number]
/** `at`: when it happened, in milliseconds; of a post, when it was begun. */
export type ReachFact = { readonly kind: Kind; readonly at: number }

/** How a state is known. `met`: seen in a channel or a tab, never in a chat; `roster`: a member of a team, never seen. */
export type How = 'install' | 'message' | 'sent' | 'uninstall' | 'refused' | 'met' | 'roster'

export type Reach = {
  readonly state: ReachState
  /** Milliseconds: the first that told of this state, in the order in which it was heard of. */
  readonly since: number
  readonly how: How
  /** When the last of each kind happened: all it takes to place one that comes late. */
  readonly last: Readonly<Partial<Record<Kind, number>>>
}

type Standing = Pick<Reach, 'state' | 'how'> & {
  readonly at: number
  /** The last that told the contrary. */
  readonly against: number
}

const NEVER = Number.NEGATIVE_INFINITY

/** Somebody who was never in a chat. */
export function metAt(at: number, how: 'met' | 'roster' = 'met'): Reach {
  return { state: 'not-installed', since: at, how, last: {} }
}

export function canReach(state: ReachState): boolean {
  return state === 'installed' || state === 'conversation'
}

/**
 * What the last fact of each kind comes to. At the very same moment a refusal outweighs what was heard, since the post
 * came after it; an uninstall does not, since upgrading an app removes and adds it.
 */
function standingOf(last: Reach['last']): Standing {
  const at = (kind: Kind) => last[kind] ?? NEVER
  const heard = Math.max(at('install'), at('message'), at('sent'))
  const refused = Math.max(at('blocked'), at('missing'))
  // « Blocked » is also said of what was uninstalled: who is known to have taken it away did that.
  if (at('uninstall') > heard)
    return { state: 'not-installed', how: 'uninstall', at: at('uninstall'), against: heard }
  if (refused >= heard) {
    const state = at('blocked') === refused ? 'blocked' : 'not-installed'
    return { state, how: 'refused', at: refused, against: heard }
  }
  const against = Math.max(at('uninstall'), refused)
  if (at('install') >= at('uninstall') && at('install') > refused)
    return { state: 'installed', how: 'install', at: at('install'), against }
  const how = at('message') === heard ? 'message' : 'sent'
  return { state: 'conversation', how, at: heard, against }
}

/**
 * The state once this is known too. The same facts end in the same state in whatever order they come, however often;
 * what tells nothing new leaves `reach` the very same.
 */
export function after(reach: Reach, { kind, at }: ReachFact): Reach {
  if (at <= (reach.last[kind] ?? NEVER)) return reach
  const last = { ...reach.last, [kind]: at }
  const { state, how, at: since, against } = standingOf(last)
  const told = reach.how !== 'met' && reach.how !== 'roster'
  const goesOn = told && reach.state === state && reach.since >= against
  return goesOn ? { ...reach, last } : { state, how, since, last }
}

/** Teams' word for an app that is not there. */
const MISSING = ['ForbiddenOperationException', 'BotNotInConversationRoster', 'ConversationNotFound']
/** Said to everybody at once: nothing about the person. */
const NOBODY_S = 'BotDisabledByAdmin'

/** An answer of Teams to a post: `code` is a hint, its form varies. */
export type PostRefusal = { readonly status: number; readonly code?: string | undefined }

/**
 * What it says of the person whose chat it was, or undefined when nothing: the status decides.
 * Source: Microsoft Learn, «Status codes from bot conversational APIs».
 */
export function toldBy({ status, code = '' }: PostRefusal): 'blocked' | 'missing' | undefined {
  if (status === 404) return 'missing'
  if (status !== 403 || code === NOBODY_S) return undefined
  return MISSING.includes(code) ? 'missing' : 'blocked'
}

/** Why somebody cannot be told anything. */
export type Why = 'blocked' | 'not-installed'

/** Where to write to somebody, as an opaque address, or why one cannot. */
export type Reached = { readonly to: string } | { readonly why: Why }

export function reachedAt(state: ReachState, chat: string | undefined): Reached {
  if (state === 'blocked') return { why: 'blocked' }
  return canReach(state) && chat !== undefined ? { to: chat } : { why: 'not-installed' }
}

/** How many of a Direction's people stand how; '' for those whose Direction is not known. */
export type Tally = {
  readonly direction: string
  readonly state: ReachState | 'expected'
  readonly count: number
}

export type ReachCounts = Readonly<Record<ReachState | 'expected', number>> & {
  /** Known here, or in the people file and not yet come. */
  readonly people: number
  /** Those to whom the bot can write. */
  readonly reachable: number
}

function countsOf(tallies: readonly Tally[]): ReachCounts {
  const of = (state: Tally['state']) =>
    tallies.filter(tally => tally.state === state).reduce((sum, { count }) => sum + count, 0)
  const [installed, conversation, blocked] = [of('installed'), of('conversation'), of('blocked')]
  const [notInstalled, expected] = [of('not-installed'), of('expected')]
  const reachable = installed + conversation
  const people = reachable + blocked + notInstalled + expected
  return { installed, conversation, blocked, 'not-installed': notInstalled, expected, people, reachable }
}

export type ReachByDirection = {
  /** In the order of `directions`. */
  readonly directions: readonly { readonly id: string; readonly counts: ReachCounts }[]
  /** Those of no Direction, or of one that is no more. */
  readonly elsewhere: ReachCounts
  readonly total: ReachCounts
}

export function reachBy(
  directions: readonly { readonly id: string }[],
  tallies: readonly Tally[],
): ReachByDirection {
  const known = new Set(directions.map(({ id }) => id))
  return {
    directions: directions.map(({ id }) => ({
      id,
      counts: countsOf(tallies.filter(({ direction }) => direction === id)),
    })),
    elsewhere: countsOf(tallies.filter(({ direction }) => !known.has(direction))),
    total: countsOf(tallies),
  }
}
