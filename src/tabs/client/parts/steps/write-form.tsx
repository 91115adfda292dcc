import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import type { OwnStepView } from '../../../contract/next-steps.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { useAct } from '../actions/action.tsx'
import { useDraft } from '../forms/draft.ts'
import { focusFirstInvalid } from '../forms/field-focus.ts'
import { TextField } from '../forms/text-field.tsx'
import { useSession } from '../page/context.tsx'
import { lengthOf } from '../words/length.ts'
import { DueField, dueFault, STEP_LIMIT, StepFields } from './fields.tsx'
import { useStepActs } from './use-step-acting.ts'
import type { StepSubjectKey } from './use-steps-on.ts'

type Props = {
  readonly subject: StepSubjectKey
  /** It is promised for the group of an initiative, by who writes it: nobody else is asked. */
  readonly alone: boolean
  readonly close: () => void
  /** Called with what was written; nobody promised it yet where somebody else is to be asked. */
  readonly written: (step: OwnStepView) => void
}

/** « Écrire une suite »: a sentence, until when, and who sees to it by the button that is pressed. */
export default function WriteForm({ subject, alone, close, written }: Props) {
  const { translator, programme } = useSession()
  const { say } = translator
  const acts = useStepActs()
  const act = useAct()
  const [nonce] = useState(mintNonce)
  const [tried, setTried] = useState(false)
  const draft = useDraft(`step:${subject.kind}:${subject.id}`, { text: '', due: '', named: false })
  const { text, due, named } = draft.value
  const send = async (mine: boolean) => {
    setTried(true)
    const length = lengthOf(text)
    if (length === 0 || length > STEP_LIMIT || dueFault(due, programme.today)) return focusFirstInvalid()
    const { kind, id } = subject
    const writing = async () => {
      const input = { nonce, kind, id, text, due, mine, named: mine && named }
      const step = await acts.write(input)
      draft.reset()
      close()
      written(step)
    }
    if (!(await act.run(writing, say('step.written')))) focusFirstInvalid()
  }
  return (
    <StepFields
      title={say('step.form.title')}
      word={say('step.take')}
      act={act}
      send={() => void send(true)}
      {...(!alone && { second: { word: say('step.assign'), send: () => void send(false) } })}
      close={close}
    >
      <TextField
        label={say('step.text')}
        hint={say('step.text.placeholder')}
        value={text}
        rows={2}
        limit={STEP_LIMIT}
        onChange={next => draft.change({ text: next })}
        tried={tried}
      />
      <DueField
        value={due}
        onChange={day => draft.change({ due: day })}
        tried={tried}
        failure={act.failure}
      />
      <Checkbox
        label={say('step.name.tick')}
        checked={named}
        onChange={(_, { checked }) => draft.change({ named: checked === true })}
      />
      <p className="quiet">{say(alone ? 'step.form.rules.initiative' : 'step.form.rules')}</p>
    </StepFields>
  )
}
