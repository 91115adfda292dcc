import { Field, Input } from '@fluentui/react-components'
import type { OwnCalendarView } from '../../contract/workshops.ts'
import { useDesk } from '../page/desk.tsx'
import { useReading } from './reading.ts'

/** The address of a calendar of one's own seats, to be copied into another calendar. */
export function OwnCalendar() {
  const { speech } = useDesk()
  const { value } = useReading<OwnCalendarView>('/me/calendar')
  // Nothing of the form depends on it: where it cannot be read, the rest stands.
  if (!value) return null
  return (
    <Field label={speech.say('tab.calendar')} hint={speech.say('tab.calendar.hint')}>
      <Input readOnly value={value.address} onFocus={({ target }) => target.select()} />
    </Field>
  )
}
