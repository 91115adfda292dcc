import { open } from '../../../db/index.ts'
import type { Expiry } from '../../../kernel/personal-data/expiry.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'

/** Ideas older than `before` that still name their author. */
function named(tx: Tx, before: number) {
  return open(tx)
    .selectFrom('idea')
    .where('created_at', '<', before)
    .where(({ or, eb }) => or([eb('author', '<>', ''), eb('credit_name', 'is not', null)]))
}

/** Removes the author and every other name from the idea and its history; the idea is kept. */
export const ideaNames = {
  kind: 'ideaNames',
  after: 'programme',
  async count(tx, before) {
    const { count } = await named(tx, before)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(count)
  },
  async erase(tx, before, limit) {
    const found = await named(tx, before).select('id').orderBy('id').limit(limit).execute()
    const ids = found.map(({ id }) => id)
    if (ids.length === 0) return 0
    const db = open(tx)
    await db
      .updateTable('event')
      .set({ person_id: null })
      .where('thing', '=', 'idea')
      .where('thing_id', 'in', ids)
      .where(({ eb, selectFrom }) =>
        eb('person_id', '=', selectFrom('idea').select('author').whereRef('idea.id', '=', 'event.thing_id')),
      )
      .execute()
    // Their own support goes on being counted by itself: see `recount`.
    await db
      .updateTable('idea_support')
      .set(({ ref }) => ({ person_id: ref('idea_id') }))
      .where('idea_id', 'in', ids)
      .where(({ eb, selectFrom }) =>
        eb(
          'person_id',
          '=',
          selectFrom('idea').select('author').whereRef('idea.id', '=', 'idea_support.idea_id'),
        ),
      )
      .execute()
    await db
      .updateTable('idea')
      .set({ author: '', unnamed: 1, credit_name: null })
      .where('id', 'in', ids)
      .execute()
    return ids.length
  },
} satisfies Expiry
