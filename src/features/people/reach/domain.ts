import { ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import { canReach, type Reach, type ReachFactKind, type ReachState } from '../person/reach-state.ts'

export const REACH_PERMISSIONS = {
  readReach: { act: 'people.reach-read', roles: ORGANISERS },
  countPeople: { act: 'people.count', roles: ['organiser', 'observer'] },
} as const satisfies Record<string, Permission>

/** `at`: when it happened, in milliseconds; for a post, when it was started. */
export type ReachFact = { readonly kind: ReachFactKind; readonly at: number }

type Outcome = Pick<Reach, 'state' | 'how'> & {
  readonly at: number
  /** The last event to the contrary. */
  readonly against: number
}

const NEVER = Number.NEGATIVE_INFINITY

/**
 * State implied by the last event of each kind. On equal times a refusal wins over a message, since the post came after
 * it; an uninstall does not, since an upgrade removes and re-adds the app.
 */
function outcomeOf(last: Reach['last']): Outcome {
  const at = (kind: ReachFactKind) => last[kind] ?? NEVER
  const heard = Math.max(at('install'), at('message'), at('sent'))
  const refused = Math.max(at('blocked'), at('missing'))
  // Teams answers « blocked » for an uninstalled app too: after an uninstall event, that is what it means.
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
 * Reducer: the same events give the same state in any order and repetition; an event without news returns the same
 * `reach`.
 */
export function after(reach: Reach, { kind, at }: ReachFact): Reach {
  if (at <= (reach.last[kind] ?? NEVER)) return reach
  const last = { ...reach.last, [kind]: at }
  const { state, how, at: since, against } = outcomeOf(last)
  const observed = reach.how !== 'met' && reach.how !== 'roster'
  const goesOn = observed && reach.state === state && reach.since >= against
  return goesOn ? { ...reach, last } : { state, how, since, last }
}

/** Error codes of Teams for an app that is not installed. */
const MISSING = ['ForbiddenOperationException', 'BotNotInConversationRoster', 'ConversationNotFound']
/** The bot is disabled for the whole tenant: says nothing about the person. */
const NOBODY_S = 'BotDisabledByAdmin'

/** Teams' answer to a post: `code` is a hint of varying form. */
export type PostRefusal = { readonly status: number; readonly code?: string | undefined }

/**
 * What a refused post says about the person of the chat; undefined when nothing: the status decides. Source: Microsoft
 * Learn, «Status codes from bot conversational APIs».
 */
export function toldBy({ status, code = '' }: PostRefusal): 'blocked' | 'missing' | undefined {
  if (status === 404) return 'missing'
  if (status !== 403 || code === NOBODY_S) return undefined
  return MISSING.includes(code) ? 'missing' : 'blocked'
}

/** Why the bot cannot write to somebody. */
export type UnreachableReason = 'blocked' | 'not-installed'

/** Opaque address of the chat, or why there is none. */
export type ReachedChat = { readonly to: string } | { readonly why: UnreachableReason }

export function reachedAt(state: ReachState, chat: string | undefined): ReachedChat {
  if (state === 'blocked') return { why: 'blocked' }
  return canReach(state) && chat !== undefined ? { to: chat } : { why: 'not-installed' }
}

/** Number of people by Direction and reach; '' for an unknown Direction. */
export type ReachTally = {
  readonly direction: string
  readonly state: ReachState | 'expected'
  readonly count: number
}

export type ReachCounts = Readonly<Record<ReachState | 'expected', number>> & {
  /** Known people and those expected by the people file. */
  readonly people: number
  /** People whom the bot can write to. */
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
  /** People without a Direction, or with one removed from the programme. */
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
