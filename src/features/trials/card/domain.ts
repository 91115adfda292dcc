import type { TrialMeasure } from '../trial/domain.ts'
import type { TrialSeen } from '../trial/seen.ts'

export type NumberMeasure = Extract<TrialMeasure, { kind: 'number' }>
export type QuestionMeasure = Extract<TrialMeasure, { kind: 'question' }>

/** A trial on a card. `mayTry`: the person may try it, or stop. */
export type TrialOnCard = TrialSeen & { readonly mayTry: boolean }

/** Those of its numbers that the person may type at present. */
export function typedOf({ mayType, measures }: TrialSeen): readonly NumberMeasure[] {
  return mayType ? measures.filter(measure => measure.kind === 'number') : []
}

/** What stands at the start, and last since. */
export function startAndNow<T extends { readonly day: string; readonly start?: true }>(
  all: readonly T[],
): { readonly start?: T; readonly now?: T } {
  const start = all.find(each => each.start)
  const now = all
    .filter(each => !each.start)
    .toSorted((one, other) => (one.day < other.day ? -1 : 1))
    .at(-1)
  return { ...(start && { start }), ...(now && { now }) }
}
