import { open } from '../../../db/index.ts'
import type { Expiry } from '../../../kernel/personal-data/expiry.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { PUT_RIGHT } from '../../channels/index.ts'
import { emptied, STORY_CHANGED } from './domain.ts'
import { storedStory, storyStore } from './store.ts'

/** Told of commitments that are old; and rows without words, once no card can be put right by them any more. */
function ended(tx: Tx, before: number, now: number) {
  return open(tx)
    .selectFrom('commitment_story')
    .leftJoin('commitment', 'commitment.id', 'commitment_story.commitment_id')
    .where(({ and, eb, or }) =>
      or([
        eb('commitment.created_at', '<', before),
        and([
          eb('commitment_story.state', '=', 'withdrawn'),
          eb('commitment_story.changed_at', '<', now - PUT_RIGHT),
        ]),
      ]),
    )
}

/** What was told of old commitments: its words go at once, and from its cards in channels too. */
export const oldStories: Expiry = {
  kind: 'commitments',
  after: 'programme',
  async count(tx, before, now) {
    const counted = ended(tx, before, now).select(({ fn }) => fn.countAll<number>().as('count'))
    return Number((await counted.executeTakeFirstOrThrow()).count)
  },
  async erase(tx, before, limit, { now, note }) {
    const rows = ended(tx, before, now).selectAll('commitment_story').orderBy('commitment_story.id')
    const found = (await rows.limit(limit).execute()).map(storedStory)
    const store = storyStore(tx)
    for (const story of found) {
      if (story.publishedAt === undefined || story.state === 'withdrawn') await store.remove(story.id)
      else {
        await store.keep(emptied(story, now))
        await note(tx, { kind: STORY_CHANGED, payload: { story: story.id } })
      }
    }
    return found.length
  },
}
