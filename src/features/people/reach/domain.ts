import { ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import { canReach, type Reach, type ReachFactKind, type ReachState } from '../person/reach-state.ts'

export const REACH_PERMISSIONS = {
  readReach: { act: 'people.reach-read', roles: ORGANISERS },
  countPeople: { act: 'people.count', roles: ['organiser', 'observer'] },
} as const satisfies Record<string, Permission>

/** `at`: when it happened, in milliseconds; of a post, when it was begun. */
export type ReachFact = { readonly kind: ReachFactKind; readonly at: number }

type Outcome = Pick<Reach, 'state' | 'how'> & {
  readonly at: number
  /** The last that told the contrary. */
  readonly against: number
}

const NEVER = Number.NEGATIVE_INFINITY

/**
 * What the last fact of each kind comes to. At the very same moment a refusal outweighs what was heard, since the post
 * came after it; an uninstall does not, since upgrading an app removes and adds it.
 */
function outcomeOf(last: Reach['last']): Outcome {
  const at = (kind: ReachFactKind) => last[kind] ?? NEVER
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
  const { state, how, at: since, against } = outcomeOf(last)
  const observed = reach.how !== 'met' && reach.how !== 'roster'
  const goesOn = observed && reach.state === state && reach.since >= against
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

/** Why nothing can be sent to somebody. */
export type UnreachableReason = 'blocked' | 'not-installed'

/** Where to write to somebody, as an opaque address, or why one cannot. */
export type ReachedChat = { readonly to: string } | { readonly why: UnreachableReason }

export function reachedAt(state: ReachState, chat: string | undefined): ReachedChat {
  if (state === 'blocked') return { why: 'blocked' }
  return canReach(state) && chat !== undefined ? { to: chat } : { why: 'not-installed' }
}

/** How many of a Direction's people stand how; '' for those whose Direction is not known. */
export type ReachTally = {
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

function countsOf(tallies: readonly ReachTally[]): ReachCounts {
  const of = (state: ReachTally['state']) =>
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
  tallies: readonly ReachTally[],
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
