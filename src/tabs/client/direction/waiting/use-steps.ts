import { useState } from 'react'
import type { SettleStep } from '../../parts/steps/acts.ts'
import { useDirectionTab } from '../reading/context.tsx'
import { type PlacedStep, stepsInOrder, type TouchedStep } from './steps-in-order.ts'

/** Next steps that wait for whoever is in charge here, and what holds what became of one. */
export function useSteps(): { readonly steps: readonly PlacedStep[]; readonly settle: SettleStep } {
  const { lateSteps = [], proposedSteps = [] } = useDirectionTab().values
  const [touched, setTouched] = useState<ReadonlyMap<string, TouchedStep>>(new Map())
  const read = [...lateSteps, ...proposedSteps]
  const steps = stepsInOrder(read, touched)
  const settle: SettleStep = (id, step) => {
    const late = steps.find(each => each.step.id === id)?.late ?? false
    const instead = read.find(each => each.id === id)
    setTouched(before => new Map([...before, [id, { step, late, instead }]]))
  }
  return { steps, settle }
}
