import { DAY } from '../../kernel/clock.ts'
import { EVERYONE, ORGANISERS, PARTICIPANTS, type Permission } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { cleanLine, cleanLines, fold, lineWithin } from '../../kernel/text.ts'
import type { Where } from '../channels/index.ts'
import { type Audience, EVERYBODY } from './audience.ts'
import { type Choice, type ChoiceRules, SINGLE } from './choice.ts'
import type { Withheld } from './secret.ts'

export const QUESTION_LIMIT = 120
export const OPTION_LIMIT = 120
const FEWEST_OPTIONS = 2
export const MOST_OPTIONS = 20
export const LONGEST_DAYS = 90
/** A Direction counts as support for an option from this many votes on: below, it might tell who voted how. */
export const SUPPORT_FROM = 5
/**
 * Bytes that all options, and those typed, may take: a card of 28 kB writes each option up to twice, and the preview
 * carries what was typed four times more.
 */
const OPTIONS_SIZE = 8_000
const TYPED_SIZE = 2_500

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
  readonly audience: Audience
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
}

export type Draft = Pick<Ballot, 'question' | 'closesAt'> & {
  readonly options: readonly DraftOption[]
}

/** A ballot as it was typed, its ideas looked up. `lines`: one option a line. */
export type TypedDraft = {
  readonly question: string
  readonly ideas: readonly DraftOption[]
  readonly lines: string
  /** Missing when what was typed is no date or no time. */
  readonly closesAt: number | undefined
}

/** A ballot as an organiser typed it. `ideas`: ids; `where`: it is to be announced. */
export type Typed = Omit<TypedDraft, 'ideas'> & {
  readonly ideas: readonly string[]
  readonly where: Where
  readonly secret?: boolean
}

export const PERMISSIONS = {
  open: { act: 'ballots.open', roles: ORGANISERS },
  close: { act: 'ballots.close', roles: ORGANISERS },
  vote: { act: 'ballots.vote', roles: PARTICIPANTS },
  read: { act: 'ballots.read', roles: EVERYONE },
} as const satisfies Record<string, Permission>

/** The rules of a ballot that asks for one choice, of everybody, from `now` (milliseconds) on. */
export function plainRules(now: number): Rules {
  return { ...SINGLE, opensAt: now, quorum: 0, results: 'live', secret: false, audience: EVERYBODY }
}

export type Stage = 'open' | 'closed'

/** A ballot as one person sees it now. `mine`: what they chose, empty where that is sealed; absent without a vote. */
export type BallotSeen = Ballot & { readonly stage: Stage; readonly mine?: Choice }

/**
 * With its result: by option, how many Directions support it. Empty while it runs, and where it is secret. `withheld`:
 * it is secret, has ended and has no result, or none yet.
 */
export type BallotResult = BallotSeen & {
  readonly directions: ReadonlyMap<string, number>
  readonly withheld?: Withheld
}

export function stageOf({ closesAt }: Pick<Ballot, 'closesAt'>, now: number): Stage {
  return now < closesAt ? 'open' : 'closed'
}

/** @throws Refusal `ballot-closed` */
export function checkOpen(ballot: Ballot, now: number): void {
  if (stageOf(ballot, now) === 'closed') throw new Refusal('ballot-closed', { at: ballot.closesAt })
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

function questionOf(text: string): string {
  if (cleanLine(text) === '') throw new Refusal('question-missing')
  return lineWithin(text, QUESTION_LIMIT)
}

/** A line too long is named by its place: in a field of many lines, a length alone would not tell which. */
function optionOf(text: string, at: number): DraftOption {
  try {
    return { title: lineWithin(text, OPTION_LIMIT) }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'too-long')
      throw new Refusal('option-long', { ...error.details, line: at + 1 })
    throw error
  }
}

/** What `options` weigh on a card, where every sign of punctuation is escaped. */
function sizeOf(options: readonly DraftOption[]): number {
  const escaped = options.map(({ title }) => title.replace(/[!-/:-@[-`{-~]/g, '\\$&'))
  return Buffer.byteLength(JSON.stringify(escaped))
}

function optionsOf({ ideas, lines }: TypedDraft): readonly DraftOption[] {
  const typed = cleanLines(lines)
  const count = ideas.length + typed.length
  if (count > MOST_OPTIONS) throw new Refusal('options-many', { count, max: MOST_OPTIONS })
  const written = typed.map(optionOf)
  const options = [...ideas, ...written]
  if (count < FEWEST_OPTIONS) throw new Refusal('options-few')
  if (new Set(options.map(({ title }) => fold(title))).size < count) throw new Refusal('options-same')
  if (sizeOf(options) > OPTIONS_SIZE || sizeOf(written) > TYPED_SIZE) throw new Refusal('options-heavy')
  return options
}

function endOf(closesAt: number | undefined, now: number): number {
  if (closesAt === undefined) throw new Refusal('end-missing')
  if (closesAt <= now) throw new Refusal('date-past')
  if (closesAt > now + LONGEST_DAYS * DAY) throw new Refusal('end-far', { max: LONGEST_DAYS })
  return closesAt
}

/**
 * The draft cleaned, or why it cannot be opened; in the order of the form.
 * @throws Refusal `question-missing`, `empty-text`, `too-long`, `options-many`, `option-long`, `options-few`,
 * `options-same`, `options-heavy`, `end-missing`, `date-past`, `end-far`
 */
export function draftOf(typed: TypedDraft, now: number): Draft {
  const question = questionOf(typed.question)
  const options = optionsOf(typed)
  return { question, options, closesAt: endOf(typed.closesAt, now) }
}
