import { Refusal } from '../../../kernel/errors/refusal.ts'

/** One option; several, equally weighted; or points to share out. */
export type BallotKind = 'single' | 'approval' | 'dots'

/** `most`: number of options one may choose, or of points to share; `perOption`: limit of points on one option. */
export type ChoiceRules = { readonly kind: BallotKind; readonly most: number; readonly perOption: number }

export const SINGLE: ChoiceRules = { kind: 'single', most: 1, perOption: 1 }

/** A person's points by option: 1 each, or shared out. In the ballot's order, without options at 0. */
export type VoteChoice = readonly { readonly option: string; readonly points: number }[]

/** The choice of a single option. */
export function only(option: string): VoteChoice {
  return option === '' ? [] : [{ option, points: 1 }]
}

function isPoints(points: number): boolean {
  return Number.isSafeInteger(points) && points >= 0
}

function checkDots({ most, perOption }: ChoiceRules, choice: VoteChoice): void {
  const points = choice.reduce((sum, each) => sum + each.points, 0)
  if (points > most || choice.some(each => each.points > perOption))
    throw new Refusal('too-many-dots', { count: points, max: most, per: perOption })
}

/**
 * Validates a choice, in the order of the options and without those at 0.
 * @throws Refusal `dots-whole` for points that are no whole number, `malformed` for an option named twice,
 * `choice-missing`, `option-unknown`, `too-many-choices`, `too-many-dots`
 */
export function choiceOf(
  ballot: ChoiceRules & { readonly options: readonly { readonly id: string }[] },
  tried: VoteChoice,
): VoteChoice {
  if (!tried.every(({ points }) => isPoints(points))) throw new Refusal('dots-whole')
  const points = new Map(tried.map(each => [each.option, each.points]))
  if (points.size < tried.length) throw new Refusal('malformed')
  const known = new Set(ballot.options.map(({ id }) => id))
  if (tried.some(({ option }) => !known.has(option))) throw new Refusal('option-unknown')
  const choice = ballot.options
    .map(({ id }) => ({ option: id, points: points.get(id) ?? 0 }))
    .filter(each => each.points > 0)
  if (choice.length === 0) throw new Refusal('choice-missing')
  if (ballot.kind === 'dots') checkDots(ballot, choice)
  else if (choice.length > ballot.most)
    throw new Refusal('too-many-choices', { count: choice.length, max: ballot.most })
  else if (choice.some(each => each.points > 1)) throw new Refusal('malformed')
  return choice
}

/** Compares two choices in the order that `choiceOf` gives. */
export function sameChoice(one: VoteChoice | undefined, other: VoteChoice): boolean {
  return (
    one?.length === other.length &&
    one.every(({ option, points }, at) => option === other[at]?.option && points === other[at]?.points)
  )
}

/** Points on `option`: 0 when the choice does not name it. */
export function pointsOn(choice: VoteChoice | undefined, option: string): number {
  return choice?.find(each => each.option === option)?.points ?? 0
}

/** A person's choice, the Direction that it is counted under, and when it was given (milliseconds). */
export type GivenVote = {
  readonly choice: VoteChoice
  readonly direction: string | undefined
  readonly at: number
}
export type Vote = GivenVote & { readonly ballot: string; readonly person: string }
