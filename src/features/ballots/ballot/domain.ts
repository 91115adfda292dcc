import { EVERYONE, ORGANISERS, PARTICIPANTS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Addressed, BallotAudience } from './audience.ts'
import type { ChoiceRules, VoteChoice } from './choice.ts'
import type { KeptSequel, WithSequel } from './sequel.ts'

export const QUESTION_LIMIT = 120
export const OPTION_LIMIT = 120
export const MOST_OPTIONS = 20
/** A Direction counts as supporting an option from this many votes on: fewer could reveal who voted how. */
export const SUPPORT_FROM = 5
/** An option before the ballot exists. `idea`, `axis`: where its text comes from. */
export type DraftOption = { readonly title: string; readonly idea?: string; readonly axis?: string }
/** `votes`: sum of points; `voters`: number of people who gave any. */
export type Option = DraftOption & { readonly id: string; readonly votes: number; readonly voters: number }

/** How one votes, who may, from when, and what makes the result count. */
export type Rules = ChoiceRules & {
  /** Milliseconds; undefined for a draft, which is opened by hand. */
  readonly opensAt: number | undefined
  /** Votes from which the result counts; 0: whatever their number. */
  readonly quorum: number
  /** Whether totals are shown while it runs, or once it has ended. */
  readonly results: 'live' | 'closing'
  readonly secret: boolean
  readonly audience: BallotAudience
}

export type Ballot = Rules & {
  readonly id: string
  readonly question: string
  readonly organiser: string
  /** Milliseconds; exclusive: from then on no vote counts. */
  readonly closesAt: number
  /** In the organiser's order. */
  readonly options: readonly Option[]
  /** People who voted. */
  readonly votes: number
  readonly createdAt: number
  /** The result was announced: no vote counts any more, even on an instance whose clock is late. */
  readonly concluded?: true
  /** What is kept of what follows it, once it has closed. */
  readonly sequel?: KeptSequel
}

export const BALLOT_PERMISSIONS = {
  read: { act: 'ballots.read', roles: EVERYONE },
  /** Opens a prepared ballot by hand. */
  start: { act: 'ballots.start', roles: ORGANISERS },
  vote: { act: 'ballots.vote', roles: PARTICIPANTS },
} as const satisfies Record<string, Permission>

/** A draft is opened by hand, a scheduled one at its time as well: both are visible only to who may open them. */
export type BallotStage = 'draft' | 'scheduled' | 'open' | 'closed'

/** Why a secret ballot that ended shows no result: it is not counted yet, or too few voted. */
export type Withheld = 'counting' | 'few'

/**
 * A ballot at a moment. `mine`: the reader's choice, empty where it is sealed, absent without a vote. Totals are 0
 * while they may not be shown; so is the number of votes of a secret ballot with too few voters. `withheld`: it is
 * secret, has ended and has no result (yet).
 */
export type BallotNow = Ballot & {
  readonly stage: BallotStage
  readonly mine?: VoteChoice
  readonly withheld?: Withheld
}

/** With its result: number of supporting Directions by option. Empty while it runs, and where it is secret. */
export type ResultNow = BallotNow & { readonly directions: ReadonlyMap<string, number> }

/** With its audience and what follows, as one person sees it. */
export type BallotSeen = BallotNow & Addressed & WithSequel
export type BallotResult = ResultNow & Addressed & WithSequel

type Span = Pick<Ballot, 'opensAt' | 'closesAt' | 'createdAt'>

/** A ballot opened at creation is open on every instance, even one whose clock is late. */
export function stageOf({ opensAt, closesAt, createdAt }: Span, now: number): BallotStage {
  if (now >= closesAt) return 'closed'
  if (opensAt === undefined) return 'draft'
  return now < opensAt && opensAt > createdAt ? 'scheduled' : 'open'
}

/** Whether totals may be shown; before the end the turn-out is shown instead. */
export function showsTotals(ballot: Pick<BallotNow, 'results' | 'stage' | 'withheld'>): boolean {
  const { results, stage, withheld } = ballot
  return withheld === undefined && (results === 'live' || stage === 'closed')
}

/** Whether it was ever open: one closed before its opening time was not. */
export function hasBegun({ opensAt, closesAt }: Pick<Ballot, 'opensAt' | 'closesAt'>, now: number): boolean {
  return opensAt !== undefined && opensAt <= now && opensAt <= closesAt
}

/** Whether it was cancelled before it opened. */
export function isCancelled({ stage, ...times }: Pick<BallotNow, 'stage' | 'opensAt' | 'closesAt'>): boolean {
  return stage === 'closed' && !hasBegun(times, times.closesAt)
}

/** Whether there is a result that something can follow: it was open, has ended, and is counted. */
export function hasResult(ballot: Ballot, now: number): boolean {
  const over = stageOf(ballot, now) === 'closed' && hasBegun(ballot, now)
  return over && (!ballot.secret || ballot.concluded === true)
}

/**
 * Whether its result may leave the administration: once it is closed, if it ever opened, and only if it asked everybody or
 * whole Directions. A workshop or a channel is a few people who know each other.
 */
export function mayLeave(ballot: Pick<BallotNow, 'stage' | 'audience' | 'opensAt' | 'closesAt'>): boolean {
  const { stage, audience } = ballot
  const asked = audience.kind === 'everybody' || audience.kind === 'directions'
  return stage === 'closed' && asked && !isCancelled(ballot)
}

/** @throws Refusal `ballot-closed`, `ballot-not-open`, `ballot-draft` */
export function checkOpen(ballot: Ballot, now: number): void {
  const stage = stageOf(ballot, now)
  if (stage === 'closed' || ballot.concluded) throw new Refusal('ballot-closed', { at: ballot.closesAt })
  if (stage === 'draft') throw new Refusal('ballot-draft')
  if (stage === 'scheduled') throw new Refusal('ballot-not-open', { at: ballot.opensAt ?? ballot.closesAt })
}

/** Options with their rank; equal votes share a rank, and keep the organiser's order. */
export function ranked<T extends Pick<Option, 'votes'>>(options: readonly T[]): (T & { rank: number })[] {
  const rank = ({ votes }: T) => options.filter(other => other.votes > votes).length + 1
  return [...options].sort((a, b) => b.votes - a.votes).map(option => ({ ...option, rank: rank(option) }))
}

/** Options in first place: none without votes, several in a tie. */
export function leadersOf(options: readonly Option[]): readonly Option[] {
  return ranked(options).filter(({ rank, votes }) => rank === 1 && votes > 0)
}

/** The outcome: without a quorum nothing has won. */
type BallotVerdict =
  | { readonly kind: 'none' | 'no-quorum' }
  | { readonly kind: 'won'; readonly leader: Option }
  | { readonly kind: 'tie'; readonly leaders: readonly Option[] }

export function verdictOf({
  options,
  votes,
  quorum,
}: Pick<Ballot, 'options' | 'votes' | 'quorum'>): BallotVerdict {
  const leaders = leadersOf(options)
  const [leader, second] = leaders
  if (!leader) return { kind: 'none' }
  if (votes < quorum) return { kind: 'no-quorum' }
  return second ? { kind: 'tie', leaders } : { kind: 'won', leader }
}

/** Denominator of an option's share: all points where points are shared out, else all voters. */
export function wholeOf({ kind, options, votes }: Pick<Ballot, 'kind' | 'options' | 'votes'>): number {
  return kind === 'dots' ? options.reduce((sum, option) => sum + option.votes, 0) : votes
}

/** `part` of `whole` in whole per cent, 0 to 100. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(100, Math.round((100 * part) / whole))
}
