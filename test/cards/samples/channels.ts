import { PARTS } from '../../../src/features/channels/binding.ts'
import { bindingCard, channelListCard } from '../../../src/features/channels/binding-cards.ts'
import { announceCard, type ChannelCard, welcomeCard } from '../../../src/features/channels/cards.ts'
import type { Channel } from '../../../src/features/channels/index.ts'
import type { Words } from '../../../src/i18n/words.ts'
import { programme } from '../../support/programme.ts'
import type { Said, Samples } from '../sample.ts'

export function channelSamples(words: Words, said: Said) {
  const { directions } = programme
  const channel: Channel = {
    id: '19:ateliers@thread.tacv2',
    teamId: '19:general@thread.tacv2',
    teamName: said('Direction de la transition'),
    name: said('Ateliers'),
    address: 'a',
  }
  const bound = { ...channel, direction: 'lycees', teamDirection: 'culture' }
  const page = Array.from({ length: 20 }, (_, at) => ({ ...channel, id: `19:${at}@thread.tacv2` }))
  return {
    'channels/welcome': [
      welcomeCard(words, said('Maëlle Rivière'), channel.id),
      welcomeCard(words, '', channel.id),
    ],
    'channels/announce': [
      announceCard(words, 12, { unreachable: 32, unpiloted: 3 }),
      announceCard(words, 0, { unreachable: 0, unpiloted: 0 }),
    ],
    'channels/binding': [
      bindingCard({ words, channel, directions, bindable: directions.slice(0, 1), free: PARTS }),
      bindingCard({ words, channel: bound, directions, bindable: directions.slice(0, 1), free: [] }),
      bindingCard({
        words,
        channel: { ...bound, archived: true },
        directions,
        bindable: directions,
        free: PARTS,
        list: channel.id,
      }),
    ],
    'channels/list': [
      channelListCard({ words, directions, items: [bound, ...page.slice(1)], next: 'c', after: '' }),
      channelListCard({ words, directions, items: [{ ...channel, archived: true }], after: 'c' }),
      channelListCard({ words, directions, items: [], after: '' }),
    ],
  } satisfies Samples<ChannelCard>
}
