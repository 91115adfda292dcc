import { Refusal } from '../../../kernel/errors/refusal.ts'
import { type BallotAudience, EVERYBODY } from '../ballot/audience.ts'
import { type BallotKind, type ChoiceRules, SINGLE } from '../ballot/choice.ts'
import type { Rules } from '../ballot/domain.ts'
import { FEWEST_SECRET, SECRET } from '../ballot/secret-rules.ts'

/** Limit of points to share out: fits an envelope's slot, and a reader's patience. */
const MOST_DOTS = 100
/** Default of `most`. */
const FEW_CHOICES = 3
const FEW_DOTS = 5
const FEW_ON_ONE = 3
const MOST_QUORUM = 1_000_000

/** Rules as typed. Numbers: undefined where left empty, NaN where invalid. */
export type TypedRules = {
  readonly kind: BallotKind
  readonly most: number | undefined
  readonly perOption: number | undefined
  /** Milliseconds; `hand`: opened later by hand; undefined: an invalid date or time. */
  readonly opensAt: number | 'now' | 'hand' | undefined
  readonly quorum: number | undefined
  readonly results: Rules['results']
  readonly secret: boolean
  /** Undefined where the choice is invalid. */
  readonly audience: BallotAudience | undefined
}

type Around = { readonly now: number; readonly closesAt: number; readonly options: number }

/** A default that was left as it was is lowered to the limit; only a number of one's own can be refused. */
function usual(typed: number | undefined, plain: number, max: number): number {
  return typed === undefined || typed === plain ? Math.min(plain, max) : typed
}

function within(value: number, max: number, code: string): number {
  if (!Number.isInteger(value) || value < 1 || value > max) throw new Refusal(code, { max })
  return value
}

function choiceRulesOf(typed: Partial<TypedRules>, options: number): ChoiceRules {
  const { kind = 'single', most, perOption } = typed
  if (kind === 'single') return SINGLE
  if (kind === 'approval') {
    return { kind, most: within(usual(most, FEW_CHOICES, options), options, 'most-wrong'), perOption: 1 }
  }
  const dots = within(most ?? FEW_DOTS, MOST_DOTS, 'dots-wrong')
  return { kind, most: dots, perOption: within(usual(perOption, FEW_ON_ONE, dots), dots, 'per-wrong') }
}

function openingOf(typed: Partial<TypedRules>, { now, closesAt }: Around): number | undefined {
  const opensAt = 'opensAt' in typed ? typed.opensAt : 'now'
  if (opensAt === 'hand') return undefined
  if (opensAt === 'now') return now
  if (opensAt === undefined) throw new Refusal('opening-missing')
  if (opensAt >= closesAt) throw new Refusal('opening-late')
  return Math.max(now, opensAt)
}

function quorumOf({ quorum = 0, secret = false }: Partial<TypedRules>): number {
  if (!Number.isInteger(quorum) || quorum < 0 || quorum > MOST_QUORUM) throw new Refusal('quorum-wrong')
  if (secret && quorum > 0 && quorum < FEWEST_SECRET) throw new Refusal('quorum-secret')
  return quorum
}

function audienceOf(typed: Partial<TypedRules>): BallotAudience {
  const audience = 'audience' in typed ? typed.audience : EVERYBODY
  if (audience === undefined) throw new Refusal('ballot-audience-missing')
  return audience
}

/**
 * Completes the rules with the defaults of the short form.
 * @throws Refusal `most-wrong`, `dots-wrong`, `per-wrong`, `opening-missing`, `opening-late`, `quorum-wrong`,
 * `ballot-audience-missing`, `quorum-secret`
 */
export function rulesOf(typed: Partial<TypedRules>, around: Around): Rules {
  const { results = 'live', secret = false } = typed
  const [quorum, audience] = [quorumOf(typed), audienceOf(typed)]
  const choice = choiceRulesOf(typed, around.options)
  const rules = { ...choice, opensAt: openingOf(typed, around), quorum, results, secret: false, audience }
  return secret ? { ...rules, ...SECRET } : rules
}

/** The same checks one by one, so that all faults can be collected. */
export function ruleParts(typed: Partial<TypedRules>, around: Around): readonly (() => unknown)[] {
  return [
    () => choiceRulesOf(typed, around.options),
    // A wrong sum of points does not make the limit per option wrong.
    () => typed.kind === 'dots' && choiceRulesOf({ ...typed, most: MOST_DOTS }, around.options),
    () => audienceOf(typed),
    () => openingOf(typed, around),
    () => quorumOf(typed),
  ]
}
