import { Checkbox, Field, Input, Label } from '@fluentui/react-components'
import { useEffect, useId, useState } from 'react'
import './channels-field.css'
import '../../parts/panels/details.css'
import type { Page } from '../../../contract/primitives.ts'
import type { ChannelChoice } from '../../../contract/workshops/planning.ts'
import { ChoiceList } from '../../parts/forms/choice-list.tsx'
import { useReading } from '../../parts/lists/reading.ts'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { channelText } from '../../parts/words/channel-text.ts'
import { failureText } from '../../parts/words/failure-text.ts'
import type { Translator } from '../../parts/words/translator.ts'
import { ChannelsAudience } from './channels-audience.tsx'
import type { ChosenChannels } from './chosen-channels.ts'
import { NoChannel } from './no-channel.tsx'

type Props = {
  readonly where: ChosenChannels
  readonly choose: (where: { channels: string[]; directions: string[] }) => void
  readonly fault: { readonly validationMessage?: string }
  readonly hint?: string | undefined
  /** Where there is one channel in all, it is proposed: no other could be meant. */
  readonly proposes?: boolean
}

type ListProps = Omit<Props, 'hint' | 'proposes'> & { readonly all: readonly ChannelChoice[] }

/** Beyond, one looks for a channel by its name. */
const SEEN_AT_ONCE = 10

function titleOf(channel: ChannelChoice, translator: Translator): string {
  const title = channelText(channel, translator)
  if (channel.shutAt === undefined) return title
  const date = translator.shortDay(channel.shutAt)
  return translator.say('announce.channel.shut', { channel: title, date })
}

function Channels({ all, where, choose, fault }: ListProps) {
  const { translator } = useSession()
  const { say } = translator
  const [sought, seek] = useState('')
  const titled = all.map(channel => ({ id: channel.id, name: titleOf(channel, translator) }))
  const text = sought.trim().toLocaleLowerCase()
  // What is chosen stays in sight, whatever one looks for.
  const shown = titled.filter(
    ({ id, name }) => where.channels.includes(id) || name.toLocaleLowerCase().includes(text),
  )
  return (
    <>
      {titled.length > SEEN_AT_ONCE && (
        <Field label={say('plan.where.find')}>
          <Input type="search" value={sought} maxLength={100} onChange={(_, { value }) => seek(value)} />
        </Field>
      )}
      <ChoiceList
        label={say('plan.where.channels')}
        choices={shown}
        chosen={where.channels}
        choose={channels => choose({ channels, directions: [...where.directions] })}
        invalid={fault.validationMessage !== undefined}
      />
      {shown.length === 0 && <p className="quiet">{say('plan.where.none')}</p>}
    </>
  )
}

/** Folded until it is asked for: thirty of them would hide the rest of the form. */
function Directions({ where, choose }: Omit<ListProps, 'all'>) {
  const { translator, programme } = useSession()
  const { say } = translator
  const [open, setOpen] = useState(where.directions.length > 0)
  const all = programme.directions.map(({ id }) => id)
  const put = (directions: string[]) => choose({ channels: [...where.channels], directions })
  const count = where.directions.length
  return (
    <details className="unfold" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {say('plan.where.directions')}
        {count > 0 && <span className="quiet">{say('plan.where.chosen', { count })}</span>}
      </summary>
      {open && (
        <>
          <Checkbox
            label={say('plan.where.all')}
            checked={count === all.length ? true : count > 0 ? 'mixed' : false}
            onChange={(_, { checked }) => put(checked === true ? all : [])}
          />
          <ChoiceList
            label={say('plan.where.directions')}
            choices={programme.directions}
            chosen={where.directions}
            choose={put}
          />
        </>
      )}
    </details>
  )
}

/**
 * Where something appears: in channels, in those of Directions, or in both. Nothing is chosen beforehand, since what is
 * posted by mistake is read by everybody there; beneath stands whom the choice is meant for.
 */
export function ChannelsField({ where, choose, fault, hint, proposes = false }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const { value, failure } = useReading<Page<ChannelChoice>>('/channels', ['channels'])
  const id = useId()
  const [only, ...others] = value?.items ?? []
  const free = where.channels.length === 0 && where.directions.length === 0
  const proposed =
    proposes && free && others.length === 0 && only?.shutAt === undefined ? only?.id : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: proposed once, and not again after another choice
  useEffect(() => {
    if (proposed !== undefined) choose({ channels: [proposed], directions: [] })
  }, [only?.id])
  if (failure) return <Notice tone="warning">{failureText(failure, translator, {})}</Notice>
  if (!value) return <div className="bone bone-row" aria-hidden="true" />
  return (
    <fieldset className="where" aria-describedby={id}>
      <legend>
        <Label required>{say('plan.where')}</Label>
      </legend>
      {hint && <p className="quiet">{hint}</p>}
      {value.items.length === 0 ? (
        <NoChannel />
      ) : (
        <>
          <Channels all={value.items} where={where} choose={choose} fault={fault} />
          <Directions where={where} choose={choose} fault={fault} />
        </>
      )}
      <p id={id} className="field-fault" role="alert">
        {fault.validationMessage}
      </p>
      <ChannelsAudience where={where} />
    </fieldset>
  )
}
