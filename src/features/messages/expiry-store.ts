import { open } from '../../db/index.ts'
import type { Expiry } from '../../kernel/expiry.ts'

/** Messages that the bot wrote by itself, and the places that they took in their week. */
export const oldMessages: Expiry = {
  kind: 'messages',
  after: 'itself',
  async count(tx, before) {
    const { count } = await open(tx)
      .selectFrom('message')
      .where('created_at', '<', before)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(count)
  },
  async erase(tx, before, limit) {
    const db = open(tx)
    const found = await db
      .selectFrom('message')
      .select(['id', 'person_id'])
      .where('created_at', '<', before)
      .orderBy('created_at')
      .limit(limit)
      .execute()
    if (found.length === 0) return 0
    const ids = found.map(({ id }) => id)
    // By person first: that is what the places are found by.
    const people = [...new Set(found.map(row => row.person_id))]
    await db
      .deleteFrom('message_slot')
      .where('person_id', 'in', people)
      .where('message_id', 'in', ids)
      .execute()
    await db.deleteFrom('message').where('id', 'in', ids).execute()
    return ids.length
  },
}
