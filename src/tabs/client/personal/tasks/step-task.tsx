import '../../parts/steps/steps.css'
import { Flag20Regular } from '@fluentui/react-icons/svg/flag'
import { lazy } from 'react'
import type { OwnStepView } from '../../../contract/next-steps.ts'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { dueText } from '../../parts/steps/texts.ts'
import { useUndoable } from '../../parts/steps/use-undoable.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import { Task } from './task.tsx'

// Few people have a step, and nobody acts before they have read it.
const StepActions = lazy(() => import('../../parts/steps/step-actions.tsx'))

type Props = { readonly step: OwnStepView; readonly begun: () => void }

/** What I am asked to see to, or promised and whose day comes. */
export function StepTask({ step: read, begun }: Props) {
  const tab = usePersonalTab()
  const step = useUndoable(read)
  const { say, time } = tab.translator
  const { text, late, askedOfMe, askerName, state, undoUntil, subject } = step
  const standing = state === 'kept' ? [say('step.state.kept')] : late ? [say('step.state.late')] : []
  return (
    <Task
      icon={<Flag20Regular aria-hidden />}
      title={text}
      fold={{ word: askedOfMe ? 'idea.answer' : 'commit.note', of: text }}
      facts={[
        dueText(step, tab),
        ...standing,
        ...(askedOfMe && askerName ? [say('step.asker', { name: askerName })] : []),
      ]}
      about={
        <>
          {subject.title && <p>{subject.title}</p>}
          {askedOfMe && <p className="quiet">{say('step.asked.rules')}</p>}
          {undoUntil !== undefined && (
            <p className="quiet">{say('step.undo.until', { time: time(undoUntil) })}</p>
          )}
        </>
      }
    >
      <LazyPart fallback={<div className="step-acts-place" aria-busy="true" />}>
        <StepActions step={step} settle={tab.acts.settleStep} shown={1} begun={begun} />
      </LazyPart>
    </Task>
  )
}
