import '../../parts/steps/steps.css'
import type { OwnStepView } from '../../../contract/next-steps.ts'
import type { SettleStep } from '../../parts/steps/acts.ts'
import StepActions from '../../parts/steps/step-actions.tsx'

type Props = { readonly step: OwnStepView; readonly settle: SettleStep }

/** The likeliest act on a step, the others in a menu. Who was asked and has not answered is asked no more, before anything else. */
export default function StepActs({ step, settle }: Props) {
  const first = step.askedName === '' ? undefined : 'unask'
  return <StepActions step={step} settle={settle} shown={1} first={first} />
}
