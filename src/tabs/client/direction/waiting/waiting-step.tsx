import { Flag20Regular } from '@fluentui/react-icons/svg/flag'
import { lazy } from 'react'
import type { OwnStepView } from '../../../contract/next-steps.ts'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { StateBadge } from '../../parts/panels/badge.tsx'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import type { SettleStep } from '../../parts/steps/acts.ts'
import { dueText, stateOf, stepRules } from '../../parts/steps/texts.ts'

// With what its forms need: few pages have a step that waits.
const StepActs = lazy(() => import('./step-acts.tsx'))

type Props = { readonly step: OwnStepView; readonly settle: SettleStep }

/** A step that is late, or that nobody promised: what it is, what it follows from, and one act; the others are in a menu. */
export function WaitingStep({ step, settle }: Props) {
  const session = useSession()
  const { translator } = session
  const { text, askedName, subject, undoUntil } = step
  const state = stateOf(step, translator)
  return (
    <div className="waiting" id={`step-${step.id}`} tabIndex={-1}>
      <span className="task-icon">
        <Flag20Regular aria-hidden />
      </span>
      <div className="waiting-text">
        <p className="words">{text}</p>
        <FactLine
          of={[
            dueText(step, session),
            askedName !== '' && translator.say('step.asked', { name: askedName }),
            subject.title,
          ]}
        />
        <StateBadge tone={state.tone}>{state.text}</StateBadge>
        {undoUntil !== undefined && <p className="quiet">{stepRules(step, translator)}</p>}
      </div>
      <LazyPart fallback={<div className="step-acts-place" aria-busy="true" />}>
        <StepActs step={step} settle={settle} />
      </LazyPart>
    </div>
  )
}
