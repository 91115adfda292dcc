import './steps.css'
import type { OwnStepView } from '../../../contract/next-steps.ts'
import { useSession } from '../page/context.tsx'
import { StateBadge } from '../panels/badge.tsx'
import { FactLine } from '../panels/fact-line.tsx'
import type { SettleStep, StepForm } from './acts.ts'
import StepActions from './step-actions.tsx'
import { stateOf, stepFacts, stepRules } from './texts.ts'
import { useUndoable } from './use-undoable.ts'

type Props = {
  readonly step: OwnStepView
  readonly settle: SettleStep
  /** It stands apart from what it follows from, which it then names. */
  readonly apart?: boolean
  /** Where what it follows from is read. */
  readonly href?: string | undefined
  readonly begin?: StepForm | undefined
}

/** « Suite de : Un banc devant chaque accueil », a link where there is a page. */
function Subject({ step, href }: { readonly step: OwnStepView; readonly href: string | undefined }) {
  const { title } = step.subject
  if (title === '') return null
  return <p className="quiet">{href === undefined ? title : <a href={href}>{title}</a>}</p>
}

/** A step: how far it is, who sees to it, until when, and what this person may do with it. */
export default function StepRow({ step: read, settle, apart = false, href, begin }: Props) {
  const session = useSession()
  const step = useUndoable(read)
  const state = stateOf(step, session.translator)
  const rules = stepRules(step, session.translator)
  return (
    <div className="step" id={`step-${step.id}`} tabIndex={-1}>
      <p className="step-text">
        <span className="words">{step.text}</span> <StateBadge tone={state.tone}>{state.text}</StateBadge>
      </p>
      <FactLine of={stepFacts(step, session)} />
      {step.word !== undefined && <p>{step.word}</p>}
      {apart && <Subject step={step} href={href} />}
      {rules !== '' && <p className="quiet">{rules}</p>}
      <StepActions step={step} settle={settle} begin={begin} />
    </div>
  )
}
