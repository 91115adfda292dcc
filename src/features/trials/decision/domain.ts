import type { Actor } from '../../../kernel/access/actor.ts'
import {
  may,
  PARTICIPANTS,
  type Permission,
  permit,
  type Relation,
} from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { countGraphemes } from '../../../kernel/text/graphemes.ts'
import { cleanLines } from '../../../kernel/text/text.ts'
import { type InitiativeTrial, standingOf, type TrialEnding, tieToCarrier } from '../trial/domain.ts'

export const DECISIONS = ['generalise', 'adjust', 'stop'] as const
export type DecisionKind = TrialEnding['kind']

/** As a form sends it. `directions`: of a generalisation, ids of those to which it goes. */
export type TypedDecision = Pick<TrialEnding, 'kind' | 'why' | 'learnt' | 'directions'>

/** A trial that is decided, and the title of its initiative. */
export type DecidedTrial = InitiativeTrial & { readonly title: string; readonly ending: TrialEnding }

export function isDecided<T extends InitiativeTrial & { readonly title: string }>(
  trial: T,
): trial is T & DecidedTrial {
  return trial.ending !== undefined
}

/** Limit of a text, in grapheme clusters. */
export const TEXT_LENGTH = 600
/** Code units for each of them at most, before they are counted. */
const WIDEST = 16

export const DECISION_PERMISSIONS = {
  /** An organiser decides as well: who carries it may have left, and nobody may have taken it over. */
  decide: {
    act: 'trials.decide',
    roles: PARTICIPANTS,
    relation: 'own',
    refusals: { others: 'trial-not-carrier' },
  },
} as const satisfies Record<string, Permission>

function tieToDecision(actor: Actor, owner: string | undefined): Relation {
  return actor.role === 'organiser' ? 'own' : tieToCarrier(actor, owner)
}

/** `owner`: who carries the initiative. @throws Refusal `role-needed`, `trial-not-carrier` */
export function permitDecision({ owner }: { readonly owner?: string }, actor: Actor): void {
  permit(DECISION_PERMISSIONS.decide, actor.role, tieToDecision(actor, owner))
}

export function mayDecide(actor: Actor, owner: string | undefined): boolean {
  return may(DECISION_PERMISSIONS.decide, actor.role) && tieToDecision(actor, owner) === 'own'
}

/** Keeps line breaks. @throws Refusal `trial-<field>-missing`, `trial-<field>-long` */
function textOf(field: 'why' | 'learnt', typed: string): string {
  const text = cleanLines(typed).join('\n')
  if (!/[\p{L}\p{N}]/u.test(text)) throw new Refusal(`trial-${field}-missing`)
  const count = text.length > TEXT_LENGTH * WIDEST ? text.length : countGraphemes(text)
  if (count > TEXT_LENGTH) throw new Refusal(`trial-${field}-long`, { count, max: TEXT_LENGTH })
  return text
}

/**
 * Reads what was typed. `known`: ids of the programme's Directions, in its order.
 * @throws Refusal `trial-why-missing`, `trial-why-long`, `trial-learnt-missing`, `trial-learnt-long`, `trial-direction`,
 * `trial-directions-missing`
 */
export function decisionOf(
  { kind, why, learnt, directions }: TypedDecision,
  known: readonly string[],
): TypedDecision {
  const texts = { kind, why: textOf('why', why), learnt: textOf('learnt', learnt) }
  if (kind !== 'generalise') return { ...texts, directions: [] }
  if (directions.some(id => !known.includes(id))) throw new Refusal('trial-direction')
  if (directions.length === 0) throw new Refusal('trial-directions-missing')
  return { ...texts, directions: known.filter(id => directions.includes(id)) }
}

/** Before its last day a trial is stopped, and nothing else; before its first it is taken away instead. */
export function kindsOn(trial: InitiativeTrial, today: string): readonly DecisionKind[] {
  const standing = standingOf(trial, today)
  if (standing === 'due') return DECISIONS
  return standing === 'running' ? ['stop'] : []
}

/** Noon of a day (ms), by which a refusal names it. */
const noonOf = (day: string) => Date.parse(`${day}T12:00:00Z`)

/** @throws Refusal `trial-not-begun` */
export function checkBegun(trial: InitiativeTrial, today: string): readonly DecisionKind[] {
  const kinds = kindsOn(trial, today)
  if (kinds.length === 0) throw new Refusal('trial-not-begun', { at: noonOf(trial.from) })
  return kinds
}

/** @throws Refusal `trial-not-begun`, `trial-early` */
export function checkKind(trial: InitiativeTrial, kind: DecisionKind, today: string): void {
  if (!checkBegun(trial, today).includes(kind)) throw new Refusal('trial-early', { at: noonOf(trial.until) })
}

/** @throws Refusal `trial-decided` */
export function checkOpen({ ending }: Pick<InitiativeTrial, 'ending'>): void {
  if (ending) throw new Refusal('trial-decided', { at: ending.at })
}

/** Whether the same was decided: a repeat. */
export function isSameDecision(ending: TypedDecision, typed: TypedDecision): boolean {
  const { kind, why, learnt, directions } = typed
  return (
    ending.kind === kind &&
    ending.why === why &&
    ending.learnt === learnt &&
    ending.directions.join() === directions.join()
  )
}
