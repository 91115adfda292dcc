import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { CheckInView } from '../../../contract/attendance.ts'
import { useAct } from '../../parts/actions/action.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { Notice } from '../../parts/notices/notice.tsx'
import { usePersonalTab } from '../navigation/context.tsx'
import type { DialogRequest, Finish } from '../navigation/dialog-request.ts'

/** Six letters, and what somebody may type between them. */
const MOST = 40

type Props = { readonly request: Extract<DialogRequest, { kind: 'check-in' }>; readonly finish: Finish }

/** « Je suis là », by the six letters that the screen shows. Whoever has no seat takes one that is left. */
export function CheckInDialog({ request: { workshop, place }, finish }: Props) {
  const { translator, acts } = usePersonalTab()
  const { say } = translator
  const act = useAct()
  const [letters, setLetters] = useState('')
  const [tried, setTried] = useState(false)
  const [entry, setEntry] = useState<CheckInView>()
  const missing = tried && letters.trim() === ''
  const said = ({ state, workshop: { id, title } }: CheckInView) => {
    if (state !== 'in') return say('attendance.unregistered')
    const text = say('checkin.done')
    // The row of another workshop does not show it.
    return id === workshop.id ? text : { text, about: title }
  }
  const send = async () => {
    setTried(true)
    if (letters.trim() === '') return focusFirstInvalid()
    const enter = async () => {
      const found = await acts.enter(entry?.state === 'seat' ? 'come-in' : 'check-in', letters)
      setEntry(found)
      if (found.state === 'in') finish(place)
      return found
    }
    await act.run(enter, said)
  }
  const type = (typed: string) => {
    setLetters(typed)
    setEntry(undefined)
    if (act.failure) act.forget()
  }
  const seatLeft = entry?.state === 'seat'
  return (
    <Frame
      title={say('attendance.question')}
      close={() => finish()}
      submit={{
        word: say(seatLeft ? 'attendance.come-in' : 'attendance.here'),
        act,
        send: () => void send(),
      }}
    >
      <p className="words">{workshop.title}</p>
      <Field
        label={say('attendance.letters')}
        required
        {...(missing && { validationMessage: say('attendance.letters.missing') })}
      >
        <Input
          value={letters}
          maxLength={MOST}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          onChange={(_, data) => type(data.value)}
        />
      </Field>
      {entry && entry.state !== 'in' && (
        <Notice tone="warning">
          <p>{say('attendance.unregistered')}</p>
          <p>{say(seatLeft ? 'attendance.seat-left' : 'attendance.no-seat')}</p>
        </Notice>
      )}
      <p className="quiet">{say('attendance.rules')}</p>
    </Frame>
  )
}
