import type { OwnStepView } from '../../../contract/next-steps.ts'

/** Late ones first, then those that nobody promised; each in the order of the day that was first promised. */
export type PlacedStep = { readonly step: OwnStepView; readonly late: boolean }

/**
 * A step that was acted upon during this visit, where it stood before. `step`: undefined once it is nobody's to see here;
 * `instead`: what was read of it, until it is read anew.
 */
export type TouchedStep = {
  readonly step: OwnStepView | undefined
  readonly late: boolean
  readonly instead: OwnStepView | undefined
}

const isLate = ({ late, state }: OwnStepView) => late && state === 'promised'

/** Those that wait for whoever is in charge, with those acted upon in their former places. */
export function stepsInOrder(
  read: readonly OwnStepView[],
  touched: ReadonlyMap<string, TouchedStep>,
): readonly PlacedStep[] {
  const all = new Map<string, PlacedStep>()
  for (const [id, { step, late }] of touched) if (step) all.set(id, { step, late })
  for (const step of read) {
    const mine = touched.get(step.id)
    if (mine?.instead !== step) all.set(step.id, { step, late: mine?.late ?? isLate(step) })
  }
  return [...all.values()].toSorted(
    (a, b) =>
      Number(b.late) - Number(a.late) ||
      a.step.firstDue.localeCompare(b.step.firstDue) ||
      a.step.id.localeCompare(b.step.id),
  )
}

/** How many are late, and how many nobody promised yet. */
export function stepCounts(steps: readonly OwnStepView[]): {
  readonly late: number
  readonly proposed: number
} {
  return {
    late: steps.filter(isLate).length,
    proposed: steps.filter(({ state }) => state === 'proposed').length,
  }
}
