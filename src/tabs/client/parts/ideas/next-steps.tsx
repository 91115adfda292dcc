import type { NextStepView } from '../../../contract/next-steps.ts'
import { useSession } from '../page/context.tsx'
import { plainDay } from '../words/days.ts'

/** « Suite : … · Direction … · avant le 12 mars, en retard » */
function Line({ step }: { step: NextStepView }) {
  const { translator, programme } = useSession()
  const { say } = translator
  const dayOf = (day: string) => plainDay(day, programme.today, translator)
  const { text, due, firstDue, state, word = '' } = step
  const body = step.by ?? say('step.by.lab')
  const by = step.name === undefined ? body : say('step.by.name', { name: step.name, body })
  const date = dayOf(due)
  const until =
    due === firstDue ? say('step.due', { date }) : say('step.due.moved', { date, first: dayOf(firstDue) })
  if (state === 'kept') return <p>{say('step.line.kept', { text, by })}</p>
  if (state === 'dropped') return <p>{say('step.line.dropped', { text, word })}</p>
  return <p>{say(state === 'late' ? 'step.line.late' : 'step.line', { text, by, due: until })}</p>
}

/** What follows of a retained idea, as all read it. */
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
