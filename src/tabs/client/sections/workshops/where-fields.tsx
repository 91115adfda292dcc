import { Checkbox, Field, Radio, RadioGroup, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { Page } from '../../../contract/common.ts'
import type { ChannelChoice, PlaceInput } from '../../../contract/planning.ts'
import type { Call } from '../../api/call.ts'
import { NoChannel } from '../../organiser/no-channel.tsx'
import { useGround } from '../../page/ground.tsx'
import { Notice } from '../../page/notice.tsx'
import { failureText } from '../../words/failure-text.ts'
import { channelText } from './plan-words.ts'
import { useView } from './use-view.ts'

type Props = {
  readonly call: Call
  readonly where: PlaceInput
  readonly choose: (where: PlaceInput) => void
  readonly fault: { validationMessage?: string }
}

/** Channels bound to Directions, in the place of one channel. */
function Directions({ where, choose, fault }: Omit<Props, 'call'>) {
  const { speech, programme } = useGround()
  const { say } = speech
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

/** Where the announcement appears: in one channel, or in those of the Directions chosen. */
export function WhereFields({ call, where, choose, fault }: Props) {
  const { speech } = useGround()
  const { say, shortDay } = speech
  const { view, failure } = useView<Page<ChannelChoice>>(call, '/channels')
  const [by, setBy] = useState<'channel' | 'directions'>(
    where.directions.length > 0 ? 'directions' : 'channel',
  )
  if (failure) return <Notice tone="warning">{failureText(failure, speech, {})}</Notice>
  if (!view) return <div className="bone bone-row" aria-hidden="true" />
  if (view.items.length === 0)
    return (
      <div>
        <NoChannel />
        <p className="field-fault" role="alert">
          {fault.validationMessage}
        </p>
      </div>
    )
  const titleOf = (channel: ChannelChoice) => {
    const title = channelText(channel, speech)
    if (channel.shutAt === undefined) return title
    return say('announce.channel.shut', { channel: title, date: shortDay(channel.shutAt) })
  }
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
        <Field label={say('announce.field.channel')} required {...fault}>
          <Select
            value={where.channel}
            onChange={(_, { value }) => choose({ channel: value, directions: [] })}
          >
            <option value="">{say('announce.field.channel.hint')}</option>
            {view.items.map(channel => (
              <option key={channel.id} value={channel.id}>
                {titleOf(channel)}
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
