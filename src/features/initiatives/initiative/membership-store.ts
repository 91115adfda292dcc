import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { MembershipStore } from './context-usecases.ts'

export function membershipStore(tx: Tx): MembershipStore {
  const db = open(tx)
  return {
    async join(id, person, at) {
      const row = await db
        .insertInto('initiative_member')
        .values({ idea_id: id, person_id: person, joined_at: at })
        .onConflict(on => on.columns(['idea_id', 'person_id']).doNothing())
        .returning('person_id')
        .executeTakeFirst()
      return row !== undefined
    },
    async recount(id) {
      const { members } = await db
        .selectFrom('initiative_member')
        .select(({ fn }) => fn.countAll<number>().as('members'))
        .where('idea_id', '=', id)
        .executeTakeFirstOrThrow()
      await db.updateTable('initiative').set({ members }).where('idea_id', '=', id).execute()
    },
    async members(id, limit) {
      const rows = await db
        .selectFrom('initiative_member')
        .select('person_id')
        .where('idea_id', '=', id)
        .orderBy('joined_at')
        .orderBy('person_id')
        .limit(limit)
        .execute()
      return rows.map(row => row.person_id)
    },
    async joinedAmong(person, ids) {
      if (ids.length === 0) return new Set()
      const rows = await db
        .selectFrom('initiative_member')
        .select('idea_id')
        .where('person_id', '=', person)
        .where('idea_id', 'in', ids)
        .execute()
      return new Set(rows.map(row => row.idea_id))
    },
  }
}
