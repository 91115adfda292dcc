import { Field, Input } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { TrialMeasureView, TrialView } from '../../../contract/initiatives/trials.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { useDraft } from '../../parts/forms/draft.ts'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { useSession } from '../../parts/page/context.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { useTrialTab } from './context.tsx'

type Props = {
  readonly trial: TrialView
  readonly measure: TrialMeasureView & { readonly kind: 'number' }
}

/** The code of a refusal that only asks again: the value is far from the last. */
const FAR = 'number-far'

/** « Le chiffre d’aujourd’hui », in one field. A value that is far from the last is asked again, and stays as typed. */
export function NumberForm({ trial, measure }: Props) {
  const { translator, programme } = useSession()
  const { say } = translator
  const { acts } = useTrialTab()
  const act = useAct()
  const [tried, setTried] = useState(false)
  const draft = useDraft(`trial-number:${measure.id}`, { typed: '' })
  const { typed } = draft.value
  const send = async (sure: boolean) => {
    setTried(true)
    if (typed.trim() === '') return focusFirstInvalid()
    const sent = () => acts.record(trial.id, { measure: measure.id, typed, sure })
    if (!(await act.run(sent, say('trial.tab.number.done')))) return focusFirstInvalid()
    draft.reset()
    setTried(false)
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void send(false)
  }
  const { failure } = act
  const refused = failure?.kind === 'refusal' ? failure.title : undefined
  const missing = tried && typed.trim() === '' ? say('trial.tab.number.missing') : undefined
  const fault = missing ?? refused
  // What is typed until the end of the first day is where it begins.
  const begins = programme.today <= trial.from
  return (
    <form className="trial-number" onSubmit={onSubmit} noValidate>
      <Field
        label={say(begins ? 'trial.tab.number.start' : 'trial.tab.number.now')}
        {...(fault ? { validationMessage: fault } : { hint: say('trial.tab.number.hint') })}
      >
        <Input
          inputMode="decimal"
          value={typed}
          maxLength={100}
          contentAfter={measure.unit}
          onChange={(_, { value }) => {
            act.forget()
            draft.change({ typed: value })
          }}
        />
      </Field>
      <ActButton
        act={act}
        type="submit"
        aria-label={actName(translator, 'trial.tab.number.send', measure.text)}
      >
        {say('trial.tab.number.send')}
      </ActButton>
      {failure?.kind === 'refusal' && failure.code === FAR && (
        <ActButton act={act} type="button" onPress={() => void send(true)}>
          {say('trial.tab.number.sure', { typed: typed.trim() })}
        </ActButton>
      )}
      {failure && failure.kind !== 'refusal' && <ActFailure act={act} />}
    </form>
  )
}
