import { open } from '../../../db/index.ts'
import type { Expiry } from '../../../kernel/personal-data/expiry.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'

/** Posts without a change for so long, except one that is being sent. */
function untouched(tx: Tx, before: number) {
  return open(tx)
    .selectFrom('post')
    .where('posted_at', '<', before)
    .where('edited_at', '<', before)
    .where('state', '<>', 'sending')
}

/** Addresses of old cards in Teams: the cards stay, and the bot edits them no more. */
export const oldPosts: Expiry = {
  kind: 'posts',
  after: 'itself',
  async count(tx, before) {
    const { count } = await untouched(tx, before)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(count)
  },
  async erase(tx, before, limit) {
    const found = await untouched(tx, before).select('key').orderBy('posted_at').limit(limit).execute()
    const keys = found.map(({ key }) => key)
    if (keys.length > 0) await open(tx).deleteFrom('post').where('key', 'in', keys).execute()
    return keys.length
  },
}
