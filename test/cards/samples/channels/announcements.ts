import type { Unsettled } from '../../../../src/features/channels/announcements/outcome.ts'
import {
  type AnnouncedListCard,
  type AnnouncedOneCard,
  announcedListCard,
  announcedOneCard,
} from '../../../../src/features/channels/announcements/outcome-cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import type { Said, Samples } from '../../sample.ts'
import { channelOf } from './channel.ts'

export function channelAnnouncementsSamples(words: Words, said: Said) {
  const channel = channelOf(said)
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
  } satisfies Samples<AnnouncedListCard | AnnouncedOneCard>
}
