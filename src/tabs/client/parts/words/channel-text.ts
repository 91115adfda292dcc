import type { BallotChannelView } from '../../../contract/ballots/sheets.ts'
import type { Translator } from './translator.ts'

/** Names of channels that a sentence takes. */
const NAMED = 4

/** « Équipe · Canal »; the first channel of a team has no name of its own. */
export function channelText({ team, name }: Omit<BallotChannelView, 'id'>, { say }: Translator): string {
  return `${team || say('channel.team')}\u00A0· ${name || say('channel.general')}`
}

/** The first channels, and how many others. */
export function channelsText(
  channels: readonly Omit<BallotChannelView, 'id'>[],
  translator: Translator,
): string {
  const names = channels
    .slice(0, NAMED)
    .map(each => channelText(each, translator))
    .join(', ')
  const more = channels.length - NAMED
  return more > 0 ? `${names} ${translator.say('announce.places.more', { count: more })}` : names
}
