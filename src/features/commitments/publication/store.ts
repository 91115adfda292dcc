import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { storedStory } from '../stories/store.ts'
import type { PublicationStore } from './usecases.ts'

export function publicationStore(tx: Tx): PublicationStore {
  const db = open(tx)
  const some = () => db.selectFrom('commitment_story').selectAll()
  return {
    async find(id) {
      const row = await some().where('id', '=', id).executeTakeFirst()
      return row && storedStory(row)
    },

    async told(direction, limit, after) {
      const rows = await some()
        .where('direction', '=', direction)
        .where('state', '=', 'told')
        .$if(after !== undefined, query =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('created_at', 'id'), '>', tuple(after?.at ?? 0, after?.id ?? '')),
          ),
        )
        .orderBy('created_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(storedStory)
    },

    async out(direction, since, limit) {
      const rows = await some()
        .where('direction', '=', direction)
        .where('state', '=', 'published')
        .where('published_at', '>=', since)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(storedStory)
    },

    async changed(since, limit) {
      const rows = db
        .selectFrom('commitment_story')
        .select('id')
        .where('changed_at', '>=', since)
        .where('published_at', 'is not', null)
        .orderBy('changed_at', 'desc')
        .limit(limit)
      return (await rows.execute()).map(({ id }) => id)
    },
  }
}
