import { Checkbox } from '@fluentui/react-components'
import type { Key } from '../../../../i18n/words.ts'
import type { PreferencesView } from '../../../contract/messages.ts'
import { useSession } from '../../parts/page/context.tsx'

type Days = PreferencesView['daysOff']

const NAMES: Readonly<Record<Days[number], Key>> = {
  monday: 'weekday.monday',
  tuesday: 'weekday.tuesday',
  wednesday: 'weekday.wednesday',
  thursday: 'weekday.thursday',
  friday: 'weekday.friday',
  saturday: 'weekday.saturday',
  sunday: 'weekday.sunday',
}

type Props = { readonly view: PreferencesView; readonly onChange: (days: Days) => void }

/** The working days on which nothing comes. */
export function DaysOffField({ view: { daysOff, workdays }, onChange }: Props) {
  const { translator } = useSession()
  return (
    <fieldset className="topics days">
      <legend>{translator.say('message.days-off')}</legend>
      {workdays.map(day => (
        <Checkbox
          key={day}
          label={translator.say(NAMES[day])}
          checked={daysOff.includes(day)}
          onChange={(_, { checked }) =>
            onChange(workdays.filter(each => (each === day ? checked === true : daysOff.includes(each))))
          }
        />
      ))}
    </fieldset>
  )
}
