import { open } from '../../../db/index.ts'
import type { Expiry } from '../../../kernel/personal-data/expiry.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'

/** Cards that nobody touched for so long; one that is just being sent stays. */
function untouched(tx: Tx, before: number) {
  return open(tx)
    .selectFrom('post')
    .where('posted_at', '<', before)
    .where('edited_at', '<', before)
    .where('state', '<>', 'sending')
}

/** Where cards of long ago stand in Teams: they stay there, and the bot edits them no more. */
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
