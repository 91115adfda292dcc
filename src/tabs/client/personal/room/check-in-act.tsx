import { Field, Input } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { CheckInView } from '../../../contract/attendance.ts'
import type { Call } from '../../data/api/call.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'

/** Six letters, and what somebody may type between them. */
const MOST = 40

type Props = { readonly call: Call; readonly workshop: string; readonly done: () => Promise<void> }

/** « Je suis là », by what the room alone shows: the code of the day leads here and checks nobody in. */
export function CheckInAct({ call, workshop, done }: Props) {
  const { say } = useSession().translator
  const act = useAct()
  const [letters, setLetters] = useState('')
  const [tried, setTried] = useState(false)
  const [entry, setEntry] = useState<CheckInView>()
  const missing = tried && letters.trim() === '' && { validationMessage: say('attendance.letters.missing') }
  const seatLeft = entry?.state === 'seat'
  const elsewhere = entry?.state === 'in' && entry.workshop.id !== workshop
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (letters.trim() === '') return focusFirstInvalid()
    const enter = async () => {
      const door = seatLeft ? 'come-in' : 'check-in'
      const found = await call<CheckInView>('POST', `/attendance/${door}`, { letters })
      setEntry(found)
      if (found.state === 'in') await done()
      return found
    }
    await act.run(enter, ({ state }) => say(state === 'in' ? 'checkin.done' : 'attendance.unregistered'))
  }
  return (
    <form className="room-form" noValidate onSubmit={event => void send(event)}>
      <p>{say('following.check-in')}</p>
      <Field label={say('attendance.letters')} required {...missing}>
        <Input
          value={letters}
          maxLength={MOST}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          onChange={(_, { value }) => {
            setLetters(value)
            setEntry(undefined)
            if (act.failure) act.forget()
          }}
        />
      </Field>
      {elsewhere && <Notice tone="good">{`${say('checkin.done')}\u00A0· ${entry.workshop.title}`}</Notice>}
      {entry && entry.state !== 'in' && (
        <Notice tone="warning">
          <p>{say('attendance.unregistered')}</p>
          <p>{say(seatLeft ? 'attendance.seat-left' : 'attendance.no-seat')}</p>
        </Notice>
      )}
      <ActFailure act={act} />
      <ActButton act={act} type="submit" appearance="primary">
        {say(seatLeft ? 'attendance.come-in' : 'attendance.here')}
      </ActButton>
      <p className="quiet">{say('attendance.rules')}</p>
    </form>
  )
}
