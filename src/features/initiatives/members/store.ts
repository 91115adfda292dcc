import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { InitiativeMemberStore } from './usecases.ts'

export function memberStore(tx: Tx): InitiativeMemberStore {
  const db = open(tx)
  const membersOf = (id: string) =>
    db.selectFrom('initiative_member').select('person_id').where('idea_id', '=', id)
  return {
    async leave(id, person) {
      await db
        .deleteFrom('initiative_member')
        .where('idea_id', '=', id)
        .where('person_id', '=', person)
        .execute()
    },
    async isMember(id, person) {
      return (await membersOf(id).where('person_id', '=', person).executeTakeFirst()) !== undefined
    },
    async joinedBetween(id, { from, until }, limit) {
      const rows = await membersOf(id)
        .where('joined_at', '>', from)
        .where('joined_at', '<=', until)
        .orderBy('joined_at')
        .orderBy('person_id')
        .limit(limit)
        .execute()
      return rows.map(row => row.person_id)
    },
    async notifiedUntil(id) {
      const row = db.selectFrom('initiative').select('told_until').where('idea_id', '=', id)
      return (await row.executeTakeFirst())?.told_until ?? 0
    },
    async setNotifiedUntil(id, until) {
      await db.updateTable('initiative').set({ told_until: until }).where('idea_id', '=', id).execute()
    },
  }
}
