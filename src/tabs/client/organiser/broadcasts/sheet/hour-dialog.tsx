import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { systemClock } from '../../../../../kernel/time/clock.ts'
import { clockIn, dateIn } from '../../../../../kernel/time/time-zone.ts'
import type { BroadcastView } from '../../../../contract/broadcasts.ts'
import type { ActState } from '../../../parts/actions/action.tsx'
import { Frame } from '../../../parts/dialogs/frame.tsx'
import { useSession } from '../../../parts/page/context.tsx'

/** Day and hour as they are sent: `YYYY-MM-DD` and `HH:MM` in the programme's zone. */
export type Hour = { readonly date: string; readonly time: string }

export function hourOf(at: number, zone: string): Hour {
  return { date: dateIn(at, zone), time: clockIn(at, zone) }
}

/** Its own hour as long as that is to come, else the one proposed. */
function proposed({ plan, proposedAt }: BroadcastView): number {
  const now = systemClock.now()
  return plan && plan.at > now ? plan.at : (proposedAt ?? now)
}

type Props = {
  readonly view: BroadcastView
  readonly act: ActState
  readonly close: () => void
  readonly send: (hour: Hour) => void
}

/** When the broadcast is to start by itself. */
export function HourDialog({ view, act, close, send }: Props) {
  const { say, zone } = useSession().translator
  const [hour, setHour] = useState(() => hourOf(proposed(view), zone))
  const [tried, setTried] = useState(false)
  const missing = hour.date === '' || hour.time === ''
  const submit = () => {
    setTried(true)
    if (!missing) send(hour)
  }
  return (
    <Frame
      title={say(view.plan ? 'cast.plan.change' : 'cast.plan')}
      close={close}
      closeWord={say('cast.plan.not')}
      submit={{ word: say('cast.plan.set'), act, send: submit }}
    >
      <div className="cast-hour">
        <Field
          label={say('cast.plan.date')}
          required
          {...(tried && missing && { validationMessage: say('refusal.plan-missing') })}
        >
          <Input
            type="date"
            min={dateIn(systemClock.now(), zone)}
            value={hour.date}
            onChange={(_, { value }) => setHour({ ...hour, date: value })}
          />
        </Field>
        <Field label={say('cast.plan.time')} required>
          <Input
            type="time"
            value={hour.time}
            onChange={(_, { value }) => setHour({ ...hour, time: value })}
          />
        </Field>
      </div>
      <p className="quiet">{say('cast.plan.footer')}</p>
    </Frame>
  )
}
