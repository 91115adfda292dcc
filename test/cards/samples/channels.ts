import type { Unsettled } from '../../../src/features/channels/announcements/outcome.ts'
import {
  type AnnouncedListCard,
  type AnnouncedOneCard,
  announcedListCard,
  announcedOneCard,
} from '../../../src/features/channels/announcements/outcome-cards.ts'
import {
  type BindingCard,
  bindingCard,
  type ChannelListCard,
  channelListCard,
} from '../../../src/features/channels/binding/cards.ts'
import { PARTS } from '../../../src/features/channels/binding/domain.ts'
import type { Channel } from '../../../src/features/channels/index.ts'
import {
  type AnnounceCard,
  announceCard,
  type ChannelWelcomeCard,
  welcomeCard,
} from '../../../src/features/channels/installation/cards.ts'
import type { Words } from '../../../src/i18n/words.ts'
import { programme } from '../../support/programme/programme.ts'
import type { Said, Samples } from '../sample.ts'

type ChannelCard =
  | AnnounceCard
  | AnnouncedListCard
  | AnnouncedOneCard
  | BindingCard
  | ChannelListCard
  | ChannelWelcomeCard

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
  const shut = { since: Date.parse('2027-04-22T08:00:00Z'), why: 'missing' } as const
  const where = { name: channel.name, teamName: channel.teamName }
  const at = Date.parse('2027-04-22T07:30:00Z')
  const doubtful: Unsettled = {
    thing: 'workshop',
    id: 'w',
    channel: channel.id,
    state: 'unknown',
    why: 'unconfirmed',
    at,
    where,
    open: true,
  }
  const refused = { ...doubtful, thing: 'ballot', state: 'refused', why: 'missing', open: false } as const
  const large = { ...doubtful, thing: 'box', state: 'dead', why: 'too-large' } as const
  const one = (item: Unsettled, mayDecide = true) => announcedOneCard({ words, item, mayDecide, list: '' })
  return {
    'channels/announcements/list': [
      announcedListCard({
        words,
        items: page.map(({ id }, n) => ({ ...doubtful, id: `w${n}`, channel: id })),
        mayDecide: true,
        next: 'workshop:w:c',
        after: '',
      }),
      announcedListCard({ words, items: [refused, large], mayDecide: true, after: 'workshop:w:c' }),
      announcedListCard({ words, items: [], mayDecide: false, after: '' }),
    ],
    'channels/announcements/outcome': [
      one(doubtful),
      one({ ...refused, where: { ...where, shut } }),
      one(refused, false),
      one(large),
      one({ ...doubtful, state: 'waiting' }),
    ],
    'channels/installation/welcome': [
      welcomeCard(words, said('Maëlle Rivière'), channel.id),
      welcomeCard(words, '', channel.id),
    ],
    'channels/installation/announce': [
      announceCard(words, 12, { unsettled: 2, unreachable: 32, unpiloted: 3 }),
      announceCard(words, 0, { unsettled: 0, unreachable: 0, unpiloted: 0 }),
    ],
    'channels/binding/form': [
      bindingCard({ words, channel, directions, bindable: directions.slice(0, 1), free: PARTS }),
      bindingCard({ words, channel: bound, directions, bindable: directions.slice(0, 1), free: [] }),
      bindingCard({
        words,
        channel: { ...bound, archived: true, shut },
        directions,
        bindable: directions,
        free: PARTS,
        list: channel.id,
      }),
    ],
    'channels/binding/list': [
      channelListCard({ words, directions, items: [bound, ...page.slice(1)], next: 'c', after: '' }),
      channelListCard({ words, directions, items: [{ ...channel, archived: true }], after: 'c' }),
      channelListCard({ words, directions, items: [{ ...bound, shut }], after: 'c' }),
      channelListCard({ words, directions, items: [], after: '' }),
    ],
  } satisfies Samples<ChannelCard>
}
