import { useEffect } from 'react'
import type { Page } from '../../../../contract/primitives.ts'
import type { ChannelChoice, PlaceInput } from '../../../../contract/workshops/planning.ts'
import type { Call } from '../../../data/api/call.ts'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { failureText } from '../../../parts/words/failure-text.ts'
import { ChannelsField as Fields } from '../../parts/channels-field.tsx'
import { NoChannel } from '../../parts/no-channel.tsx'
import { channelText } from '../workshop/texts.ts'
import { useView } from '../workshop/use-view.ts'

type Props = {
  readonly call: Call
  readonly where: PlaceInput
  readonly choose: (where: PlaceInput) => void
  readonly fault: { validationMessage?: string }
  /** Where there is one channel in all, it is proposed: no other could be meant. */
  readonly proposes?: boolean
}

/** Where the announcement appears: in one channel, or in those of the Directions chosen. */
export function WorkshopChannelsField({ call, where, choose, fault, proposes = false }: Props) {
  const { translator } = useSession()
  const { say, shortDay } = translator
  const { view, failure } = useView<Page<ChannelChoice>>(call, '/channels')
  const [only, ...others] = view?.items ?? []
  const free = where.channel === '' && where.directions.length === 0
  const proposed =
    proposes && free && others.length === 0 && only?.shutAt === undefined ? only?.id : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: proposed once, and not again after another choice
  useEffect(() => {
    if (proposed !== undefined) choose({ channel: proposed, directions: [] })
  }, [only?.id])
  if (failure) return <Notice tone="warning">{failureText(failure, translator, {})}</Notice>
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
    const title = channelText(channel, translator)
    if (channel.shutAt === undefined) return title
    return say('announce.channel.shut', { channel: title, date: shortDay(channel.shutAt) })
  }
  const channels = view.items.map(channel => ({ id: channel.id, title: titleOf(channel) }))
  const put = ({ channel, directions }: { channel: string; directions: readonly string[] }) =>
    choose({ channel, directions: [...directions] })
  return <Fields channels={channels} where={where} choose={put} fault={fault} />
}
