import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { OwnCalendarView } from '../../contract/workshops.ts'
import { ActFailure, useAct } from '../page/act.tsx'
import { ActButton } from '../page/act-button.tsx'
import { useDesk } from '../page/desk.tsx'
import { Notice } from '../page/notice.tsx'
import { useReading } from './reading.ts'

/** The address of a calendar of one's own seats, to be copied into another calendar, or ended for another one. */
export function OwnCalendar() {
  const { speech, acts } = useDesk()
  const { value, keep } = useReading<OwnCalendarView>('/me/calendar')
  const act = useAct()
  const [renewed, setRenewed] = useState(false)
  // Nothing of the form depends on it: where it cannot be read, the rest stands.
  if (!value) return null
  const renew = async () => {
    keep(await acts.renewCalendar(value.turn + 1))
    setRenewed(true)
  }
  return (
    <>
      <Field label={speech.say('tab.calendar')} hint={speech.say('tab.calendar.hint')}>
        <Input readOnly value={value.address} onFocus={({ target }) => target.select()} />
      </Field>
      <Field hint={speech.say('tab.calendar.renew.hint')}>
        <div>
          <ActButton
            act={act}
            type="button"
            size="small"
            onPress={() => void act.run(renew, speech.say('tab.calendar.renewed'))}
          >
            {speech.say('tab.calendar.renew')}
          </ActButton>
        </div>
      </Field>
      {renewed && !act.failure && <Notice tone="good">{speech.say('tab.calendar.renewed')}</Notice>}
      <ActFailure act={act} />
    </>
  )
}
