import { ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { cleanLine, cleanLines, fold, lineWithin } from '../../../kernel/text/text.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import type { Where } from '../../channels/index.ts'
import {
  type Ballot,
  type DraftOption,
  MOST_OPTIONS,
  OPTION_LIMIT,
  QUESTION_LIMIT,
  type Rules,
} from '../ballot/domain.ts'
import { ruleParts, rulesOf, type TypedRules } from './rules.ts'

export const DRAFTING_PERMISSIONS = {
  /** For the form, its preview, and opening a ballot. */
  open: { act: 'ballots.open', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

const FEWEST_OPTIONS = 2
export const LONGEST_DAYS = 90
/** Bytes of all options together: a card of 28 kB repeats each up to twice, and the preview four times more. */
const OPTIONS_SIZE = 8_000
const TYPED_SIZE = 1_850

/** A new ballot, with all rules explicit. */
export type BallotDraft = Rules &
  Pick<Ballot, 'question' | 'closesAt'> & { readonly options: readonly DraftOption[] }

/** A ballot as typed, with its ideas looked up; without rules: one choice, of everybody, open at once. */
export type TypedBallotDraft = Partial<TypedRules> & {
  readonly question: string
  readonly ideas: readonly DraftOption[]
  /** One option per line. */
  readonly lines: string
  /** Undefined when the typed date or time is invalid. */
  readonly closesAt: number | undefined
}

/** A ballot as an organiser typed it. `ideas`: ids; `where`: channels of its announcement. */
export type TypedBallot = Omit<TypedBallotDraft, 'ideas'> & {
  readonly ideas: readonly string[]
  readonly where: Where
}

function questionOf(text: string): string {
  if (cleanLine(text) === '') throw new Refusal('question-missing')
  return lineWithin(text, QUESTION_LIMIT)
}

/** A line that is too long is reported by its number: in a field of many lines, a length alone would not tell which. */
function optionOf(text: string, at: number): DraftOption {
  try {
    return { title: lineWithin(text, OPTION_LIMIT) }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'too-long')
      throw new Refusal('option-long', { ...error.details, line: at + 1 })
    throw error
  }
}

/** Size of `options` on a card, where every punctuation mark is escaped. */
function sizeOf(options: readonly DraftOption[]): number {
  const escaped = options.map(({ title }) => title.replace(/[!-/:-@[-`{-~]/g, '\\$&'))
  return Buffer.byteLength(JSON.stringify(escaped))
}

/** As many of `wanted` as a ballot takes, in their order; duplicates by text are dropped. */
export function fitting(wanted: readonly DraftOption[]): readonly DraftOption[] {
  const taken: DraftOption[] = []
  const known = new Set<string>()
  for (const option of wanted) {
    if (taken.length === MOST_OPTIONS) break
    if (known.has(fold(option.title)) || sizeOf([...taken, option]) > OPTIONS_SIZE) continue
    known.add(fold(option.title))
    taken.push(option)
  }
  return taken
}

function optionsOf({ ideas, lines }: TypedBallotDraft): readonly DraftOption[] {
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
 * Validates a draft, in the order of the form.
 * @throws Refusal of `rulesOf`, and `question-missing`, `empty-text`, `too-long`, `options-many`, `option-long`,
 * `options-few`, `options-same`, `options-heavy`, `end-missing`, `date-past`, `end-far`
 */
export function draftOf(typed: TypedBallotDraft, now: number): BallotDraft {
  const question = questionOf(typed.question)
  const options = optionsOf(typed)
  const closesAt = endOf(typed.closesAt, now)
  return { question, options, closesAt, ...rulesOf(typed, { now, closesAt, options: options.length }) }
}

/**
 * The same checks one by one, in the order of the form, so that all faults can be collected. None fails because of
 * another's fault.
 */
export function draftParts(typed: TypedBallotDraft, now: number): readonly (() => unknown)[] {
  const options = typed.ideas.length + cleanLines(typed.lines).length
  const counted = options >= FEWEST_OPTIONS && options <= MOST_OPTIONS
  const around = {
    now,
    closesAt: typed.closesAt ?? Number.POSITIVE_INFINITY,
    options: counted ? options : MOST_OPTIONS,
  }
  return [
    () => questionOf(typed.question),
    () => optionsOf(typed),
    ...ruleParts(typed, around),
    () => endOf(typed.closesAt, now),
  ]
}
