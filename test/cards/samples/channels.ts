import { announceCard, type ChannelCard, welcomeCard } from '../../../src/features/channels/cards.ts'
import type { Words } from '../../../src/i18n/words.ts'
import type { Said, Samples } from '../sample.ts'

export function channelSamples(words: Words, said: Said) {
  return {
    'channels/welcome': [welcomeCard(words, said('Maëlle Rivière')), welcomeCard(words, '')],
    'channels/announce': [
      announceCard(words, 12, { unreachable: 32, unpiloted: 3 }),
      announceCard(words, 0, { unreachable: 0, unpiloted: 0 }),
    ],
  } satisfies Samples<ChannelCard>
}
