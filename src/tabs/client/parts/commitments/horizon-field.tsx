import { Field, Input, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { useSession } from '../page/context.tsx'
import { horizonName, monthEnds } from '../words/days.ts'

const OTHER = 'other'

type Props = { readonly value: string; readonly onChange: (day: string) => void; readonly tried: boolean }

/** Month ends to choose from, the day that it begins with, and any other date behind the last choice. */
export function HorizonField({ value, onChange, tried }: Props) {
  const { translator, programme } = useSession()
  const [other, setOther] = useState(false)
  const [begun] = useState(value)
  const ends = [...new Set([...monthEnds(programme.today, 12), begun])].sort()
  const choose = (choice: string) => {
    setOther(choice === OTHER)
    onChange(choice === OTHER ? '' : choice)
  }
  const fault = value === '' ? 'tab.horizon.missing' : 'refusal.date-past'
  const message = tried && value < programme.today ? { validationMessage: translator.say(fault) } : {}
  return (
    <>
      <Field label={translator.say('commit.horizon')} required>
        <Select value={other ? OTHER : value} onChange={(_, data) => choose(data.value)}>
          {ends.map(end => (
            <option key={end} value={end}>
              {horizonName(end, programme.today, translator)}
            </option>
          ))}
          <option value={OTHER}>{translator.say('tab.horizon.other')}</option>
        </Select>
      </Field>
      {other && (
        <Field label={translator.say('tab.horizon.date')} required {...message}>
          <Input
            type="date"
            min={programme.today}
            value={value}
            onChange={(_, data) => onChange(data.value)}
          />
        </Field>
      )}
    </>
  )
}
