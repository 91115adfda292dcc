import { useState } from 'react'
import type { OwnStepView, StepAskedView } from '../../../contract/next-steps.ts'
import { type ActState, useAct } from '../actions/action.tsx'
import { useDraft } from '../forms/draft.ts'
import { focusFirstInvalid } from '../forms/field-focus.ts'
import { TextField } from '../forms/text-field.tsx'
import type { Confirmation } from '../page/confirmation.tsx'
import { useSession } from '../page/context.tsx'
import { lengthOf } from '../words/length.ts'
import type { SettleStep, StepForm } from './acts.ts'
import { type Colleague, ColleagueBox } from './colleague-box.tsx'
import { DueField, dueFault, refusalOf, STEP_LIMIT, StepFields } from './fields.tsx'
import { useStepActs } from './use-step-acting.ts'

type Props = {
  readonly step: OwnStepView
  readonly settle: SettleStep
  readonly close: () => void
  /** Called with what to know of it, beside the step. */
  readonly told: (note: string) => void
}

/** Sends a form, then puts the buttons back in its place; what was refused of a field leads to it. */
function useSending({ step, settle, close }: Props) {
  const act = useAct()
  const send = async <T extends OwnStepView>(
    work: () => Promise<T>,
    said: string | Confirmation | ((answer: T) => string | Confirmation),
    leaves = false,
  ): Promise<boolean> => {
    const working = async () => {
      const answer = await work()
      close()
      settle(step.id, leaves ? undefined : answer)
      return answer
    }
    const done = await act.run(working, said)
    if (!done) focusFirstInvalid()
    return done
  }
  return { act, send }
}

/** « Nouvelle date ». */
function MoveForm(props: Props) {
  const { translator, programme } = useSession()
  const { say } = translator
  const { step, close } = props
  const acts = useStepActs()
  const { act, send } = useSending(props)
  const [due, setDue] = useState('')
  const [tried, setTried] = useState(false)
  const press = () => {
    setTried(true)
    if (dueFault(due, programme.today)) return focusFirstInvalid()
    void send(() => acts.move(step.id, due), say('step.move.done'))
  }
  return (
    <StepFields title={say('step.move.title')} word={say('save')} act={act} send={press} close={close}>
      <DueField value={due} onChange={setDue} tried={tried} failure={act.failure} />
      <p className="quiet">{say('step.move.rules')}</p>
    </StepFields>
  )
}

/** « Y renoncer »: why, where somebody promised it; else nothing is left of it. */
function DropForm(props: Props) {
  const { say } = useSession().translator
  const { step, close } = props
  const acts = useStepActs()
  const { act, send } = useSending(props)
  const draft = useDraft(`step-drop:${step.id}`, { word: '' })
  const [tried, setTried] = useState(false)
  const promised = step.state !== 'proposed'
  const { word } = draft.value
  const press = async () => {
    setTried(true)
    const length = lengthOf(word)
    if (promised && (length === 0 || length > STEP_LIMIT)) return focusFirstInvalid()
    const done = say('step.drop.done')
    const said = promised ? done : { text: done, about: step.text }
    if (await send(() => acts.drop(step.id, word), said, !promised)) draft.reset()
  }
  return (
    <StepFields
      title={say('step.drop.title')}
      word={say('step.drop')}
      act={act}
      send={() => void press()}
      close={close}
      final
    >
      {promised && (
        <TextField
          label={say('step.word')}
          value={word}
          rows={2}
          limit={STEP_LIMIT}
          onChange={next => draft.change({ word: next })}
          tried={tried}
        />
      )}
      <p className="quiet">{say(promised ? 'step.drop.rules' : 'step.drop.rules.proposed')}</p>
    </StepFields>
  )
}

/** What is wrong with the person, as far as the page knows it, or as the server says. */
function usePersonFault(tried: boolean, chosen: Colleague | undefined, { failure }: ActState) {
  const { say } = useSession().translator
  if (tried && !chosen) return say('refusal.person-missing')
  return refusalOf(failure, 'person')
}

/** « Confier à »: one of ten names at most, looked for from two letters on. */
function AskForm(props: Props) {
  const { translator, me } = useSession()
  const { say } = translator
  const { step, close, told } = props
  const acts = useStepActs()
  const { act, send } = useSending(props)
  const [chosen, choose] = useState<Colleague>()
  const [tried, setTried] = useState(false)
  const fault = usePersonFault(tried, chosen, act)
  // The Lab' asks anybody.
  const here = me.role !== 'organiser'
  const press = () => {
    setTried(true)
    if (!chosen) return focusFirstInvalid()
    const said = ({ unreachable }: StepAskedView) => {
      const note = unreachable ? say('step.ask.unreachable') : ''
      told(note)
      return `${say('step.ask.done')}. ${note}`.trim()
    }
    void send(() => acts.ask(step.id, chosen.id), said)
  }
  return (
    <StepFields
      title={say('step.assign.title')}
      word={say('step.assign.send')}
      act={act}
      send={press}
      close={close}
    >
      <ColleagueBox step={step.id} here={here} chosen={chosen} choose={choose} fault={fault} />
      <p className="quiet">{say(here ? 'step.assign.rules.here' : 'step.assign.rules')}</p>
    </StepFields>
  )
}

/** The form that an act asks for, in the place of the buttons. Its code comes when it is first asked for. */
export default function StepFormPlace({ kind, ...props }: Props & { readonly kind: StepForm }) {
  if (kind === 'ask') return <AskForm {...props} />
  return kind === 'move' ? <MoveForm {...props} /> : <DropForm {...props} />
}
