import { EVERYONE, ORGANISERS, PARTICIPANTS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Addressed, BallotAudience } from './audience.ts'
import type { ChoiceRules, VoteChoice } from './choice.ts'

export const QUESTION_LIMIT = 120
export const OPTION_LIMIT = 120
export const MOST_OPTIONS = 20
/** A Direction counts as support for an option from this many votes on: below, it might tell who voted how. */
export const SUPPORT_FROM = 5
/** What an option says before it is one. `idea`, `axis`: where its words come from. */
export type DraftOption = { readonly title: string; readonly idea?: string; readonly axis?: string }
/** `votes`: points in all; `voters`: people who gave it any. */
export type Option = DraftOption & { readonly id: string; readonly votes: number; readonly voters: number }

/** How one votes, who, from when, and what makes it count. */
export type Rules = ChoiceRules & {
  /** Milliseconds; undefined for a draft, which somebody opens by hand. */
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
  /** Milliseconds; the first moment at which no vote counts any more. */
  readonly closesAt: number
  /** In the organiser's order. */
  readonly options: readonly Option[]
  /** People who voted. */
  readonly votes: number
  readonly createdAt: number
  /** Its result was notified: no vote counts any more, whatever a clock says that is late. */
  readonly concluded?: true
}

export const BALLOT_PERMISSIONS = {
  read: { act: 'ballots.read', roles: EVERYONE },
  /** Opens by hand what was prepared before: nobody else sees it until then. */
  start: { act: 'ballots.start', roles: ORGANISERS },
  vote: { act: 'ballots.vote', roles: PARTICIPANTS },
} as const satisfies Record<string, Permission>

/** A draft waits to be opened by hand, a scheduled one by the clock as well: neither is shown to who may not open it. */
export type BallotStage = 'draft' | 'scheduled' | 'open' | 'closed'

/** Why a secret ballot that ended shows no result: it is not counted yet, or too few voted. */
export type Withheld = 'counting' | 'few'

/**
 * A ballot at a moment. `mine`: what the person who looks chose, empty where that is sealed; absent without a vote.
 * Totals are 0 as long as they are not to be shown, and votes where a secret one had too few for a result. `withheld`: it is secret, has ended and has no result, or none yet.
 */
export type BallotNow = Ballot & {
  readonly stage: BallotStage
  readonly mine?: VoteChoice
  readonly withheld?: Withheld
}

/** With its result: by option, how many Directions support it. Empty while it runs, and where it is secret. */
export type ResultNow = BallotNow & { readonly directions: ReadonlyMap<string, number> }

/** The same as one person sees it: whether it asks them, and whom it asks. */
export type BallotSeen = BallotNow & Addressed
export type BallotResult = ResultNow & Addressed

type Span = Pick<Ballot, 'opensAt' | 'closesAt' | 'createdAt'>

/** One opened as it was made is open whatever a clock says that is late: that of another instance, or one put right. */
export function stageOf({ opensAt, closesAt, createdAt }: Span, now: number): BallotStage {
  if (now >= closesAt) return 'closed'
  if (opensAt === undefined) return 'draft'
  return now < opensAt && opensAt > createdAt ? 'scheduled' : 'open'
}

/** Whether totals may be shown: never beside the turn-out while totals are for the end. */
export function showsTotals(ballot: Pick<BallotNow, 'results' | 'stage' | 'withheld'>): boolean {
  const { results, stage, withheld } = ballot
  return withheld === undefined && (results === 'live' || stage === 'closed')
}

/** Whether it was ever open: what is closed before its hour never was. */
export function hasBegun({ opensAt, closesAt }: Pick<Ballot, 'opensAt' | 'closesAt'>, now: number): boolean {
  return opensAt !== undefined && opensAt <= now && opensAt <= closesAt
}

/** Whether it was given up before it opened. */
export function isCancelled({ stage, ...times }: Pick<BallotNow, 'stage' | 'opensAt' | 'closesAt'>): boolean {
  return stage === 'closed' && !hasBegun(times, times.closesAt)
}

/** @throws Refusal `ballot-closed`, `ballot-not-open`, `ballot-draft` */
export function checkOpen(ballot: Ballot, now: number): void {
  const stage = stageOf(ballot, now)
  if (stage === 'closed' || ballot.concluded) throw new Refusal('ballot-closed', { at: ballot.closesAt })
  if (stage === 'draft') throw new Refusal('ballot-draft')
  if (stage === 'scheduled') throw new Refusal('ballot-not-open', { at: ballot.opensAt ?? ballot.closesAt })
}

/** Options with the place they reached; equal votes share a place, and keep the organiser's order. */
export function ranked<T extends Pick<Option, 'votes'>>(options: readonly T[]): (T & { rank: number })[] {
  const rank = ({ votes }: T) => options.filter(other => other.votes > votes).length + 1
  return [...options].sort((a, b) => b.votes - a.votes).map(option => ({ ...option, rank: rank(option) }))
}

/** Those that come first: none when nobody voted, several on a tie. */
export function leadersOf(options: readonly Option[]): readonly Option[] {
  return ranked(options).filter(({ rank, votes }) => rank === 1 && votes > 0)
}

/** How it came out: with too few votes nothing has won, whatever came first. */
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

/** What an option's votes are a part of: all points where they are shared out, else all who voted. */
export function wholeOf({ kind, options, votes }: Pick<Ballot, 'kind' | 'options' | 'votes'>): number {
  return kind === 'dots' ? options.reduce((sum, option) => sum + option.votes, 0) : votes
}

/** `part` of `whole` in whole per cent, 0 to 100. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(100, Math.round((100 * part) / whole))
}
