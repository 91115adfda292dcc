import { open } from '../../../db/index.ts'
import type { Expiry } from '../../../kernel/personal-data/expiry.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { emptied, STORY_CHANGED } from './domain.ts'
import { storedStory, storyStore } from './store.ts'

/** Told of commitments that are old; and rows without words, once no card can be put right by them any more. */
function ended(tx: Tx, before: number, emptiedBefore: number) {
  return open(tx)
    .selectFrom('commitment_story')
    .leftJoin('commitment', 'commitment.id', 'commitment_story.commitment_id')
    .where(({ and, eb, or }) =>
      or([
        eb('commitment.created_at', '<', before),
        and([
          eb('commitment_story.state', '=', 'withdrawn'),
          eb('commitment_story.changed_at', '<', emptiedBefore),
        ]),
      ]),
    )
}

/**
 * What was told of old commitments: its words go at once, and from its cards in channels too. `putRight`: for how long
 * a card that could not be edited is put right later (ms).
 */
export function oldStories(putRight: number): Expiry {
  return {
    kind: 'commitments',
    after: 'programme',
    async count(tx, before, now) {
      const found = ended(tx, before, now - putRight)
      const counted = found.select(({ fn }) => fn.countAll<number>().as('count'))
      return Number((await counted.executeTakeFirstOrThrow()).count)
    },
    async erase(tx, before, limit, { now, note }) {
      const rows = ended(tx, before, now - putRight).selectAll('commitment_story')
      const found = await rows.orderBy('commitment_story.id').limit(limit).execute()
      const store = storyStore(tx)
      for (const story of found.map(storedStory)) {
        if (story.publishedAt === undefined || story.state === 'withdrawn') await store.remove(story.id)
        else {
          await store.keep(emptied(story, now))
          await note(tx, { kind: STORY_CHANGED, payload: { story: story.id } })
        }
      }
      return found.length
    },
  }
}
