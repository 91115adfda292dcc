import { Button, Field, Input, Select } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { RunningOrderItem } from '../../../../contract/room/remote.ts'
import type { ActState } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { focusFirstInvalid } from '../../../parts/forms/field-focus.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { SCENE_NAMES } from '../../../parts/room/scene-texts.ts'
import { lengthOf } from '../../../parts/words/length.ts'
import { CountedField } from '../fields/counted-field.tsx'

const KINDS = ['welcome', 'tables', 'question', 'wall', 'timer', 'vote', 'result', 'next', 'pause'] as const
/** Characters of an item's words, as a person counts them; minutes that one takes at most. */
const LIMIT = 280
const MOST = 240

type Props = {
  readonly item: RunningOrderItem
  readonly act: ActState
  readonly word: string
  readonly save: (item: RunningOrderItem) => Promise<void>
  readonly close: () => void
}

/** One item: its scene, its words, how long it is planned for. */
export function ItemForm({ item, act, word, save, close }: Props) {
  const { translator, programme } = useSession()
  const { say } = translator
  const [scene, setScene] = useState(item.scene)
  const [words, setWords] = useState(item.words)
  const [minutes, setMinutes] = useState(item.minutes === undefined ? '' : String(item.minutes))
  const [axis, setAxis] = useState(item.axis ?? '')
  const planned = minutes.trim() === '' ? undefined : Number(minutes)
  const isLength = planned === undefined || (Number.isInteger(planned) && planned >= 1 && planned <= MOST)
  const onAxis = scene === 'question' || scene === 'wall'
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (!isLength || lengthOf(words) > LIMIT) return focusFirstInvalid()
    await save({
      id: item.id,
      scene,
      words: words.trim(),
      ...(planned !== undefined && { minutes: planned }),
      ...(onAxis && axis !== '' && { axis }),
    })
  }
  return (
    <form className="order-form" noValidate onSubmit={event => void send(event)}>
      <div className="order-fields">
        <Field label={say('order.scene')}>
          <Select
            value={scene}
            onChange={(_, { value }) => setScene(KINDS.find(kind => kind === value) ?? scene)}
          >
            {KINDS.map(kind => (
              <option key={kind} value={kind}>
                {say(SCENE_NAMES[kind])}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label={say('order.minutes')}
          {...(!isLength && { validationMessage: say('order.minutes.fault', { max: MOST }) })}
        >
          <Input
            type="number"
            inputMode="numeric"
            min={1}
            max={MOST}
            value={minutes}
            onChange={(_, { value }) => setMinutes(value)}
          />
        </Field>
        {onAxis && (
          <Field label={say('idea.axis')}>
            <Select value={axis} onChange={(_, { value }) => setAxis(value)}>
              <option value="">{say('remote.axis.all')}</option>
              {programme.axes.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
      <CountedField
        label={say(scene === 'question' ? 'remote.question' : 'order.words')}
        value={words}
        onChange={setWords}
        limit={LIMIT}
        rows={2}
        optional
      />
      <div className="acts">
        <ActButton act={act} type="submit" appearance="primary">
          {word}
        </ActButton>
        <Button onClick={close}>{say('plan.leave')}</Button>
      </div>
    </form>
  )
}
