import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { OwnCalendarView } from '../../../contract/workshops/workshops.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { useReading } from '../../parts/lists/reading.ts'
import { Notice } from '../../parts/notices/notice.tsx'
import { usePersonalTab } from '../navigation/context.tsx'

/** The address of a calendar of one's own seats, to be copied into another calendar, or ended for another one. */
export function CalendarAddress() {
  const { translator, acts } = usePersonalTab()
  const { value, keep } = useReading<OwnCalendarView>('/me/calendar')
  const act = useAct()
  const [renewed, setRenewed] = useState(false)
  // Optional: when it cannot be read, the rest of the form is shown without it.
  if (!value) return null
  const renew = async () => {
    keep(await acts.renewCalendar(value.turn + 1))
    setRenewed(true)
  }
  return (
    <>
      <Field label={translator.say('tab.calendar')} hint={translator.say('tab.calendar.hint')}>
        <Input readOnly value={value.address} onFocus={({ target }) => target.select()} />
      </Field>
      <Field hint={translator.say('tab.calendar.renew.hint')}>
        <div>
          <ActButton
            act={act}
            type="button"
            size="small"
            onPress={() => void act.run(renew, translator.say('tab.calendar.renewed'))}
          >
            {translator.say('tab.calendar.renew')}
          </ActButton>
        </div>
      </Field>
      {renewed && !act.failure && <Notice tone="good">{translator.say('tab.calendar.renewed')}</Notice>}
      <ActFailure act={act} />
    </>
  )
}
