import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { ActFailure, useAct } from '../actions/action.tsx'
import { ActButton } from '../actions/action-button.tsx'
import { useSession } from '../page/context.tsx'
import { lengthOf } from '../words/length.ts'
import { useDraft } from './draft.ts'
import { focusFirstInvalid } from './field-focus.ts'
import { LIMIT, TextField } from './text-field.tsx'

type Props = {
  readonly label: string
  /** Who will read the reason. */
  readonly rules: string
  /** On the button that sends. */
  readonly word: string
  /** Announced to screen readers once it is sent. */
  readonly told: string
  /** Finds again what was typed and not sent. */
  readonly draft: string
  readonly optional?: boolean
  readonly send: (reason: string) => Promise<unknown>
  readonly close: () => void
  readonly sent: (reason: string) => void
}

/** Why, of what is done about a text. Within a dialog's own form: no form of its own, and no button that sends that one. */
export function ReasonForm({
  label,
  rules,
  word,
  told,
  optional = false,
  send,
  close,
  sent,
  ...props
}: Props) {
  const { say } = useSession().translator
  const act = useAct()
  const draft = useDraft(props.draft, { text: '' })
  const [tried, setTried] = useState(false)
  const { text } = draft.value
  const press = async () => {
    setTried(true)
    const length = lengthOf(text)
    if (length > LIMIT || (length === 0 && !optional)) return focusFirstInvalid()
    if (!(await act.run(() => send(text), told))) return
    draft.reset()
    sent(text)
  }
  return (
    <>
      <TextField
        label={label}
        value={text}
        rows={2}
        optional={optional}
        onChange={next => draft.change({ text: next })}
        tried={tried}
      />
      <p className="quiet">{rules}</p>
      <div className="acts">
        <ActButton act={act} type="button" onPress={() => void press()}>
          {word}
        </ActButton>
        <Button onClick={close}>{say('cancel')}</Button>
      </div>
      <ActFailure act={act} />
    </>
  )
}
