import {
  type AnnounceCard,
  announceCard,
  type ChannelWelcomeCard,
  welcomeCard,
} from '../../../../src/features/channels/installation/cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { channelOf } from './channel.ts'

export function channelInstallationSamples(words: Words, said: Said) {
  const channel = channelOf(said)
  return {
    'channels/installation/welcome': [
      welcomeCard(words, programme.axes, said('Maëlle Rivière'), channel.id),
      welcomeCard(words, programme.axes, '', channel.id),
    ],
    'channels/installation/announce': [
      announceCard(words, 12, { unsettled: 2, unreachable: 32, unpiloted: 3 }),
      announceCard(words, 0, { unsettled: 0, unreachable: 0, unpiloted: 0 }),
    ],
  } satisfies Samples<AnnounceCard | ChannelWelcomeCard>
}
