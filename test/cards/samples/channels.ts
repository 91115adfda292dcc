import { announceCard, type ChannelCard, welcomeCard } from '../../../src/features/channels/cards.ts'
import type { Words } from '../../../src/i18n/words.ts'
import type { Said, Samples } from '../sample.ts'

const REACH = { known: 412, reachable: 380 }

export function channelSamples(words: Words, said: Said) {
  return {
    'channels/welcome': [welcomeCard(words, said('Maëlle Rivière')), welcomeCard(words, '')],
    'channels/announce': [announceCard(words, 12, REACH), announceCard(words, 0, { known: 1, reachable: 1 })],
  } satisfies Samples<ChannelCard>
}
