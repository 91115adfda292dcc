import { Combobox, Field, Option } from '@fluentui/react-components'
import { useState } from 'react'
import type { MeView } from '../../../contract/people/people.ts'
import { useAct } from '../../parts/actions/action.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import type { Translator } from '../../parts/words/translator.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import type { DialogRequest, Finish } from '../navigation/dialog-request.ts'

/** The same letters whatever the case or the accents. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

type FieldProps = { readonly value: string; readonly onChange: (id: string) => void; readonly tried: boolean }

/** Some thirty Directions, narrowed down by typing. */
function DirectionField({ value, onChange, tried }: FieldProps) {
  const { translator, programme } = usePersonalTab()
  const chosen = programme.directions.find(({ id }) => id === value)
  const [typed, setTyped] = useState(chosen?.name ?? '')
  const filter = typed === chosen?.name ? '' : folded(typed)
  const found = programme.directions.filter(({ name }) => folded(name).includes(filter))
  const message = tried && !value ? { validationMessage: translator.say('refusal.direction-missing') } : {}
  return (
    <Field
      label={translator.say('direction.ask')}
      hint={translator.say('direction.why')}
      required
      {...message}
    >
      <Combobox
        value={typed}
        selectedOptions={value ? [value] : []}
        placeholder={translator.say('direction.placeholder')}
        onChange={event => {
          setTyped(event.target.value)
          onChange('')
        }}
        onOptionSelect={(_, { optionValue, optionText }) => {
          setTyped(optionText ?? '')
          onChange(optionValue ?? '')
        }}
      >
        {found.map(({ id, name }) => (
          <Option key={id} value={id} text={name}>
            {name}
          </Option>
        ))}
        {found.length === 0 && (
          <Option disabled text="" value="">
            {translator.say('tab.direction.none')}
          </Option>
        )}
      </Combobox>
    </Field>
  )
}

/** From when a change counts; '' once it does. */
function movingText(translator: Translator, { moving }: MeView): string {
  if (!moving) return ''
  return translator.say('direction.moving', { date: translator.shortDay(moving.at), from: moving.from.name })
}

type Props = { readonly request: Extract<DialogRequest, { kind: 'direction' }>; readonly finish: Finish }

export function DirectionDialog({ request, finish }: Props) {
  const { translator, me, programme, acts } = usePersonalTab()
  const act = useAct()
  const [direction, setDirection] = useState(me.direction?.id ?? '')
  const [tried, setTried] = useState(false)
  const send = async () => {
    setTried(true)
    const name = programme.directions.find(({ id }) => id === direction)?.name
    if (!name) return focusFirstInvalid()
    request.begun?.()
    const said = (now: MeView) => [
      translator.say('direction.saved', { direction: name }),
      movingText(translator, now),
    ]
    if (
      await act.run(
        () => acts.correctMe({ direction }),
        now => said(now).join(' ').trim(),
      )
    )
      finish()
  }
  return (
    <Frame
      title={translator.say('tab.direction.title')}
      close={() => finish()}
      closeWord={translator.say('save.not')}
      submit={{ word: translator.say('save'), act, send: () => void send() }}
    >
      <DirectionField value={direction} onChange={setDirection} tried={tried} />
      {me.moving && <p>{movingText(translator, me)}</p>}
    </Frame>
  )
}
