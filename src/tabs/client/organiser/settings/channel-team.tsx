import { useId } from 'react'
import type { BindingInput, BindingView } from '../../../contract/channels.ts'
import { useSession } from '../../parts/page/context.tsx'
import { ChannelChoice } from './channel-choice.tsx'

export type Bind = (channel: BindingView, input: BindingInput) => Promise<BindingView>
type Props = { readonly channels: readonly BindingView[]; readonly bind: Bind }

function ChannelRow({ channel, bind }: { channel: BindingView; bind: Bind }) {
  const { say, shortDay, time } = useSession().translator
  const { team, shutAt } = channel
  const name = channel.name || say('channel.general')
  return (
    <li className="channel">
      <div>
        <p className="words">{name}</p>
        {shutAt !== undefined && (
          <p className="quiet">{say('channel.shut', { date: shortDay(shutAt), time: time(shutAt) })}</p>
        )}
      </div>
      <ChannelChoice
        label={`${name} · ${team}`}
        bound={channel.direction}
        bind={direction => bind(channel, { part: 'channel', direction })}
      />
    </li>
  )
}

/** A team and its channels with their Directions; a channel's own binding overrides its team's. */
export function ChannelTeam({ channels, bind }: Props) {
  const { say } = useSession().translator
  const title = useId()
  const [first] = channels
  if (!first) return null
  const name = first.team || say('channel.team')
  return (
    <section className="card panel" aria-labelledby={title}>
      <div className="channel channel-team">
        <div>
          <h2 id={title} tabIndex={-1}>
            {name}
          </h2>
          <p className="quiet">{say(first.archived ? 'channel.archived' : 'channel.bind.team')}</p>
        </div>
        <ChannelChoice
          label={`${say('channel.bind.team')} · ${name}`}
          bound={first.teamDirection}
          bind={direction => bind(first, { part: 'team', direction })}
        />
      </div>
      <ul className="channels">
        {channels.map(channel => (
          <ChannelRow key={channel.id} channel={channel} bind={bind} />
        ))}
      </ul>
    </section>
  )
}
