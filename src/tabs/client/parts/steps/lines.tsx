import type { NextStepView } from '../../../contract/next-steps.ts'
import { useSession } from '../page/context.tsx'
import { byText, dueText } from './texts.ts'

/** « Suite : … · Direction … · avant le 12 mars, en retard » */
function Line({ step }: { step: NextStepView }) {
  const session = useSession()
  const { say } = session.translator
  const { text, state, word = '' } = step
  const body = byText(step, session)
  const by = step.name === undefined ? body : say('step.by.name', { name: step.name, body })
  if (state === 'kept') return <p>{say('step.line.kept', { text, by })}</p>
  if (state === 'dropped') return <p>{say('step.line.dropped', { text, word })}</p>
  const due = dueText(step, session)
  return <p>{say(state === 'late' ? 'step.line.late' : 'step.line', { text, by, due })}</p>
}

/** What follows of a thing, as all read it. */
export function NextSteps({ next = [] }: { readonly next?: readonly NextStepView[] | undefined }) {
  if (next.length === 0) return null
  return (
    <div className="reply">
      {next.map(step => (
        <Line key={step.id} step={step} />
      ))}
    </div>
  )
}
