import type { OwnStepView, StepInput, StepsOnView } from '../../../contract/next-steps.ts'
import { placed } from '../../data/store/lists.ts'
import { useReading } from '../lists/reading.ts'
import type { SettleStep } from './acts.ts'

/** What a step follows from. */
export type StepSubjectKey = Pick<StepInput, 'kind' | 'id'>

/** Steps on a thing, as this person sees them, and how an act changes them. */
export function useStepsOn({ kind, id }: StepSubjectKey) {
  const path = `/steps/on?${new URLSearchParams({ kind, id })}`
  const { value, keep, failure, again } = useReading<StepsOnView>(path, ['ideas'], 'unread.next')
  const { items = [], mayWrite = false, forInitiative } = value ?? {}
  const keepItems = (kept: readonly OwnStepView[]) =>
    keep({ mayWrite, items: kept, ...(forInitiative && { forInitiative }) })
  const put = (step: OwnStepView) => keepItems([...placed(items, step)])
  const settle: SettleStep = (gone, step) =>
    step ? put(step) : keepItems(items.filter(one => one.id !== gone))
  // A no is that there is nothing to do; what befell the page is said by the page.
  const fault = failure?.kind === 'fault' ? failure : undefined
  return { items, mayWrite, forInitiative: forInitiative === true, put, settle, failure: fault, again }
}
