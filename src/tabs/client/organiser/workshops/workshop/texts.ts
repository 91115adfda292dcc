import type { AnnouncedChannelView, PlannedView } from '../../../../contract/workshops/planning.ts'
import { capitalised } from '../../../parts/words/capital.ts'
import type { Translator } from '../../../parts/words/translator.ts'

type Moments = { readonly startsAt: number; readonly endsAt: number }

/** « Jeudi 22 avril, 9 h 30 à 12 h 30 » */
export function whenText({ startsAt, endsAt }: Moments, { say, shortDay, time }: Translator): string {
  return capitalised(`${shortDay(startsAt)}, ${say('tab.hours', { from: time(startsAt), to: time(endsAt) })}`)
}

type Where = Pick<PlannedView, 'place' | 'online'>

/** The place, or that it is online, or both. */
export function wheresOf({ place, online }: Where, { say }: Translator): readonly string[] {
  return [...(place ? [place] : []), ...(online ? [say('plan.online')] : [])]
}

/** The same on one line. */
export function whereText(where: Where, translator: Translator): string {
  return wheresOf(where, translator).join('\u00A0· ')
}

/** « Équipe · Canal » */
export function channelText({ team, name }: AnnouncedChannelView, { say }: Translator): string {
  return `${team || say('channel.team')} · ${name || say('channel.general')}`
}

export function channelsText(channels: readonly AnnouncedChannelView[], translator: Translator): string {
  return channels.map(each => channelText(each, translator)).join(', ')
}

/** « 12 sur 30 »; the capacity of a draft; '' for a cancelled workshop. */
export function seatsText(
  { seats, capacity, stage }: Pick<PlannedView, 'seats' | 'capacity' | 'stage'>,
  { say }: Translator,
): string {
  if (stage === 'cancelled') return ''
  return stage === 'draft' ? say('workshop.capacity', { capacity }) : say('plan.seats', { seats, capacity })
}
