import { Field, Input, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { useSession } from '../../parts/page/context.tsx'
import { daysAfter, plainDay } from '../../parts/words/days.ts'

const OTHER = 'other'
/** Days that a pause is likely to last. */
const LENGTHS = [7, 14, 30]

type Props = { readonly value: string; readonly onChange: (day: string) => void; readonly tried: boolean }

/** Nothing until a day: none, a few likely ones, or any other. Empty: no pause. */
export function PauseField({ value, onChange, tried }: Props) {
  const { translator, programme } = useSession()
  const { today } = programme
  const [other, setOther] = useState(false)
  const likely = LENGTHS.map(days => daysAfter(today, days))
  const days = value === '' || other || likely.includes(value) ? likely : [value, ...likely]
  const choose = (choice: string) => {
    setOther(choice === OTHER)
    onChange(choice === OTHER ? (likely[0] ?? '') : choice)
  }
  const message = tried && value < today ? { validationMessage: translator.say('refusal.date-past') } : {}
  return (
    <>
      <Field label={translator.say('message.pause')}>
        <Select value={other ? OTHER : value} onChange={(_, data) => choose(data.value)}>
          <option value="">{translator.say('tab.pause.none')}</option>
          {days.map(day => (
            <option key={day} value={day}>
              {translator.say('message.pause.choice', { date: plainDay(day, today, translator) })}
            </option>
          ))}
          <option value={OTHER}>{translator.say('tab.horizon.other')}</option>
        </Select>
      </Field>
      {other && (
        <Field label={translator.say('tab.horizon.date')} required {...message}>
          <Input type="date" min={today} value={value} onChange={(_, data) => onChange(data.value)} />
        </Field>
      )}
    </>
  )
}
