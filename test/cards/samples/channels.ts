import { announceCard, type ChannelCard, welcomeCard } from '../../../src/features/channels/cards.ts'
import type { Words } from '../../../src/i18n/words.ts'
import type { Said, Samples } from '../sample.ts'

export function channelSamples(words: Words, said: Said) {
  return {
    'channels/welcome': [welcomeCard(words, said('Maëlle Rivière')), welcomeCard(words, '')],
    'channels/announce': [announceCard(words, 12, 32), announceCard(words, 0, 0)],
  } satisfies Samples<ChannelCard>
}
