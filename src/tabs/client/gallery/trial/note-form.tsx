import { Button } from '@fluentui/react-components'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { TrialView } from '../../../contract/initiatives/trials.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { useDraft } from '../../parts/forms/draft.ts'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { LIMIT, TextField } from '../../parts/forms/text-field.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { lengthOf } from '../../parts/words/length.ts'
import { useTrialTab } from './context.tsx'

type Props = { readonly trial: TrialView; readonly close: () => void }

function Fields({ trial, close }: Props) {
  const { say } = useSession().translator
  const { acts } = useTrialTab()
  const act = useAct()
  const form = useRef<HTMLFormElement>(null)
  const [nonce] = useState(mintNonce)
  const [tried, setTried] = useState(false)
  const draft = useDraft(`trial-note:${trial.id}`, { text: '' })
  const { text } = draft.value
  useEffect(() => form.current?.querySelector('textarea')?.focus(), [])
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const length = lengthOf(text)
    setTried(true)
    if (length === 0 || length > LIMIT) return focusFirstInvalid()
    if (!(await act.run(() => acts.note(trial.id, nonce, text), say('trial.tab.note.done')))) return
    draft.reset()
    close()
  }
  return (
    <form className="trial-note" ref={form} onSubmit={event => void send(event)} noValidate>
      <TextField
        label={say('trial.tab.note.label')}
        value={text}
        rows={2}
        tried={tried}
        onChange={next => draft.change({ text: next })}
      />
      <p className="quiet">{say('trial.tab.note.rules')}</p>
      <ActFailure act={act} />
      <div className="acts">
        <ActButton act={act} type="submit">
          {say('trial.tab.note.send')}
        </ActButton>
        <Button appearance="subtle" className="plain" onClick={close}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  )
}

/** A line about the trial, signed: folded until it is asked for. */
export function NoteForm({ trial }: { trial: TrialView }) {
  const { say } = useSession().translator
  const [open, setOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const close = () => {
    setOpen(false)
    place.current?.focus()
  }
  return (
    <div ref={place} tabIndex={-1} className="trial-note-place">
      {open ? (
        <Fields trial={trial} close={close} />
      ) : (
        <Button size="small" onClick={() => setOpen(true)}>
          {say('trial.tab.note.open')}
        </Button>
      )}
    </div>
  )
}
