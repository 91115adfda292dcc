import './checklist-panel.css'
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { Circle20Regular } from '@fluentui/react-icons/svg/circle'
import { useId } from 'react'
import type {
  ChecklistView,
  MarkInput,
  StepName,
  StepView,
} from '../../../../contract/workshops/checklist.ts'
import { ActFailure, useAct } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { actName } from '../../../parts/words/button-name.ts'
import type { FacePanelProps } from './face-panels.ts'

const STEPS = {
  agreement: 'checklist.step.agreement',
  channel: 'checklist.step.channel',
  prepared: 'checklist.step.prepared',
  announced: 'checklist.step.announced',
  reminded: 'checklist.step.reminded',
  tables: 'checklist.step.tables',
  welcome: 'checklist.step.welcome',
  harvest: 'checklist.step.harvest',
  vote: 'checklist.step.vote',
  summary: 'checklist.step.summary',
} as const satisfies Record<StepName, string>

const STATES = {
  done: 'checklist.state.done',
  outside: 'checklist.state.outside',
  open: 'checklist.state.open',
} as const

type RowProps = { readonly step: StepView; readonly mark: (input: MarkInput) => Promise<void> }

function StepRow({ step: { step, state, outside }, mark }: RowProps) {
  const { translator } = useSession()
  const { say } = translator
  const act = useAct()
  const title = say(STEPS[step])
  const marked = state === 'outside'
  const word = marked ? 'checklist.undo' : 'checklist.outside'
  const done = say(marked ? 'checklist.unmarked' : 'checklist.marked', { step: title })
  const press = () => void act.run(() => mark({ step, outside: !marked }), done)
  return (
    <li className={state === 'open' ? 'tick' : 'tick tick-done'}>
      <span className="tick-mark" aria-hidden="true">
        {state === 'open' ? <Circle20Regular /> : <CheckmarkCircle20Filled />}
      </span>
      <div className="tick-words">
        <p className="words">
          {title}
          <span className="unseen">{` (${say(STATES[state])})`}</span>
        </p>
        {marked && <p className="quiet">{say('checklist.outside')}</p>}
        <ActFailure act={act} />
      </div>
      {outside && state !== 'done' && (
        <ActButton
          act={act}
          appearance="subtle"
          size="small"
          aria-label={actName(translator, word, title)}
          onPress={press}
        >
          {say(word)}
        </ActButton>
      )}
    </li>
  )
}

const isDone = ({ state }: StepView) => state !== 'open'

/** « Les dix étapes »: each ticks itself; by hand only what is done elsewhere. */
export default function ChecklistPanel({ workshop: { id }, call, checklist, refresh }: FacePanelProps) {
  const { say } = useSession().translator
  const title = useId()
  if (!checklist) return null
  const { steps } = checklist
  const done = steps.filter(isDone).length
  const all = steps.length
  const mark = async (input: MarkInput) => {
    await call<ChecklistView>('PUT', `/workshops/${encodeURIComponent(id)}/checklist`, input)
    await refresh()
  }
  return (
    <details className="card panel unfold checklist">
      <summary>
        <h2 id={title}>{say(done === all ? 'checklist.done' : 'checklist.title')}</h2>
        {done < all && <span className="quiet">{say('checklist.count', { done, all })}</span>}
      </summary>
      <p className="quiet">{say('checklist.about')}</p>
      <ol className="ticks" aria-labelledby={title}>
        {steps.map(step => (
          <StepRow key={step.step} step={step} mark={mark} />
        ))}
      </ol>
    </details>
  )
}
