import {
  type BindingCard,
  bindingCard,
  type ChannelListCard,
  channelListCard,
} from '../../../../src/features/channels/binding/cards.ts'
import { PARTS } from '../../../../src/features/channels/binding/domain.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { channelOf } from './channel.ts'

export function channelBindingSamples(words: Words, said: Said) {
  const { directions } = programme
  const channel = channelOf(said)
  const bound = { ...channel, direction: 'lycees', teamDirection: 'culture' }
  const page = Array.from({ length: 20 }, (_, at) => ({ ...channel, id: `19:${at}@thread.tacv2` }))
  const shut = { since: Date.parse('2027-04-22T08:00:00Z'), why: 'missing' } as const
  return {
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
  } satisfies Samples<BindingCard | ChannelListCard>
}
