import type { Page } from '../../../contract/common.ts'
import type { ChannelChoice, PlaceInput } from '../../../contract/planning.ts'
import type { Call } from '../../api/call.ts'
import { NoChannel } from '../../organiser/no-channel.tsx'
import { WhereFields as Fields } from '../../organiser/where-fields.tsx'
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

/** Where the announcement appears: in one channel, or in those of the Directions chosen. */
export function WhereFields({ call, where, choose, fault }: Props) {
  const { speech } = useGround()
  const { say, shortDay } = speech
  const { view, failure } = useView<Page<ChannelChoice>>(call, '/channels')
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
  const channels = view.items.map(channel => ({ id: channel.id, title: titleOf(channel) }))
  const put = ({ channel, directions }: { channel: string; directions: readonly string[] }) =>
    choose({ channel, directions: [...directions] })
  return <Fields channels={channels} where={where} choose={put} fault={fault} />
}
