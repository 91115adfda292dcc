import { Checkbox, Field, Radio, RadioGroup, Select } from '@fluentui/react-components'
import { useState } from 'react'
import './channels-field.css'
import { useSession } from '../../parts/page/context.tsx'

/** One channel, or those of Directions: never both. */
type ChosenChannels = { readonly channel: string; readonly directions: readonly string[] }
type Fault = { readonly validationMessage?: string }

type DirectionsProps = {
  readonly where: ChosenChannels
  readonly choose: (where: ChosenChannels) => void
  readonly fault: Fault
}

/** Choice of Directions with channels, instead of one channel. */
function Directions({ where, choose, fault }: DirectionsProps) {
  const { translator, programme } = useSession()
  const { say } = translator
  const all = programme.directions.map(({ id }) => id)
  const chosen = new Set(where.directions)
  const put = (directions: readonly string[]) => choose({ channel: '', directions: [...directions] })
  return (
    <fieldset className="where-directions">
      <legend>{say('plan.where.directions')}</legend>
      <Checkbox
        label={say('plan.where.all')}
        checked={chosen.size === all.length ? true : chosen.size > 0 ? 'mixed' : false}
        onChange={(_, { checked }) => put(checked === true ? all : [])}
      />
      <div className="where-list">
        {programme.directions.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={chosen.has(id)}
            aria-invalid={fault.validationMessage !== undefined}
            onChange={(_, { checked }) =>
              put(checked ? [...where.directions, id] : where.directions.filter(each => each !== id))
            }
          />
        ))}
      </div>
      <p className="field-fault" role="alert">
        {fault.validationMessage}
      </p>
    </fieldset>
  )
}

type Props = DirectionsProps & {
  readonly channels: readonly { readonly id: string; readonly title: string }[]
  readonly hint?: string | undefined
}

/**
 * Where something appears: in one channel, or in those of the Directions chosen. Nothing is chosen beforehand: what is
 * posted by mistake is read by everybody there.
 */
export function ChannelsField({ channels, where, choose, fault, hint }: Props) {
  const { say } = useSession().translator
  const [by, setBy] = useState<'channel' | 'directions'>(
    where.directions.length > 0 ? 'directions' : 'channel',
  )
  return (
    <div className="form-fields">
      <Field label={say('plan.where')}>
        <RadioGroup
          value={by}
          onChange={(_, { value }) => {
            setBy(value === 'directions' ? 'directions' : 'channel')
            choose({ channel: '', directions: [] })
          }}
        >
          <Radio value="channel" label={say('plan.where.channel')} />
          <Radio value="directions" label={say('plan.where.directions')} />
        </RadioGroup>
      </Field>
      {by === 'channel' ? (
        <Field label={say('announce.field.channel')} required {...(hint && { hint })} {...fault}>
          <Select
            value={where.channel}
            onChange={(_, { value }) => choose({ channel: value, directions: [] })}
          >
            <option value="">{say('announce.field.channel.hint')}</option>
            {channels.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        </Field>
      ) : (
        <Directions where={where} choose={choose} fault={fault} />
      )}
    </div>
  )
}
