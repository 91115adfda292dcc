import type { ChannelName, PlannedView } from '../../../contract/planning.ts'
import { capitalised } from '../../words/capital.ts'
import type { Speech } from '../../words/speech.ts'

type Moments = { readonly startsAt: number; readonly endsAt: number }

/** « Jeudi 22 avril, 9 h 30 à 12 h 30 » */
export function whenText({ startsAt, endsAt }: Moments, { say, shortDay, time }: Speech): string {
  return capitalised(`${shortDay(startsAt)}, ${say('tab.hours', { from: time(startsAt), to: time(endsAt) })}`)
}

/** The place, or that it is online, or both. */
export function whereText({ place, online }: Pick<PlannedView, 'place' | 'online'>, { say }: Speech): string {
  return [place, online ? say('plan.online') : ''].filter(Boolean).join(' · ')
}

/** « Équipe · Canal » */
export function channelText({ team, name }: ChannelName, { say }: Speech): string {
  return `${team || say('channel.team')} · ${name || say('channel.general')}`
}

export function channelsText(channels: readonly ChannelName[], speech: Speech): string {
  return channels.map(each => channelText(each, speech)).join(', ')
}

/** « 12 sur 30 »; of a draft, the seats it will have. */
export function seatsText(
  { seats, capacity, stage }: Pick<PlannedView, 'seats' | 'capacity' | 'stage'>,
  { say }: Speech,
): string {
  return stage === 'draft' ? say('workshop.capacity', { capacity }) : say('plan.seats', { seats, capacity })
}
