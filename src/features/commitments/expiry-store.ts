import { open } from '../../db/index.ts'
import type { Expiry } from '../../kernel/expiry.ts'

/** Commitments with their notes, shared or not: what somebody meant to do is theirs again. */
export const oldCommitments: Expiry = {
  kind: 'commitments',
  after: 'programme',
  async count(tx, before) {
    const { count } = await open(tx)
      .selectFrom('commitment')
      .where('created_at', '<', before)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(count)
  },
  async erase(tx, before, limit) {
    const db = open(tx)
    const found = await db
      .selectFrom('commitment')
      .select('id')
      .where('created_at', '<', before)
      .orderBy('id')
      .limit(limit)
      .execute()
    const ids = found.map(({ id }) => id)
    if (ids.length === 0) return 0
    await db.deleteFrom('commitment_note').where('commitment_id', 'in', ids).execute()
    await db.deleteFrom('commitment').where('id', 'in', ids).execute()
    return ids.length
  },
}
