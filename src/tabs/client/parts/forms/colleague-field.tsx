import { Button, Field, Input, Radio, RadioGroup } from '@fluentui/react-components'
import { type KeyboardEvent, useState } from 'react'
import { useSession } from '../page/context.tsx'

type Choice = { readonly id: string; readonly title: string }
type Props = {
  readonly choices: readonly Choice[]
  readonly value: string
  readonly onChange: (id: string) => void
  readonly tried: boolean
}

/** One of a few colleagues, by name. */
export function ColleagueField({ choices, value, onChange, tried }: Props) {
  const { translator } = useSession()
  const message = tried && !value ? { validationMessage: translator.say('refusal.person-missing') } : {}
  return (
    <Field label={translator.say('relay.to')} required {...message}>
      <RadioGroup value={value} onChange={(_, data) => onChange(data.value)}>
        {choices.map(({ id, title }) => (
          <Radio key={id} value={id} label={title} />
        ))}
      </RadioGroup>
    </Field>
  )
}

/** Looks for a name among many; `find` gets what was typed. */
export function NameField({ find }: { readonly find: (name: string) => void }) {
  const { translator } = useSession()
  const [typed, setTyped] = useState('')
  // Enter looks for the name: it must not send the form around it.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    find(typed)
  }
  return (
    <Field label={translator.say('relay.name')}>
      <div className="name-field">
        <Input
          value={typed}
          maxLength={100}
          onChange={(_, data) => setTyped(data.value)}
          onKeyDown={onKeyDown}
        />
        <Button onClick={() => find(typed)}>{translator.say('relay.find')}</Button>
      </div>
    </Field>
  )
}
