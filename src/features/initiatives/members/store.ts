import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { InitiativeStore } from '../initiative/usecases.ts'

type MemberStore = Pick<
  InitiativeStore,
  | 'join'
  | 'leave'
  | 'recount'
  | 'isMember'
  | 'joinedAmong'
  | 'members'
  | 'joinedBetween'
  | 'toldUntil'
  | 'setTold'
>

export function memberStore(tx: Tx): MemberStore {
  const db = open(tx)
  const membersOf = (id: string) =>
    db.selectFrom('initiative_member').select('person_id').where('idea_id', '=', id)
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
    async leave(id, person) {
      await db
        .deleteFrom('initiative_member')
        .where('idea_id', '=', id)
        .where('person_id', '=', person)
        .execute()
    },
    async recount(id) {
      const { members } = await db
        .selectFrom('initiative_member')
        .select(({ fn }) => fn.countAll<number>().as('members'))
        .where('idea_id', '=', id)
        .executeTakeFirstOrThrow()
      await db.updateTable('initiative').set({ members }).where('idea_id', '=', id).execute()
    },
    async isMember(id, person) {
      return (await membersOf(id).where('person_id', '=', person).executeTakeFirst()) !== undefined
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
    async members(id, limit) {
      const rows = await membersOf(id).orderBy('joined_at').orderBy('person_id').limit(limit).execute()
      return rows.map(row => row.person_id)
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
    async toldUntil(id) {
      const row = db.selectFrom('initiative').select('told_until').where('idea_id', '=', id)
      return (await row.executeTakeFirst())?.told_until ?? 0
    },
    async setTold(id, until) {
      await db.updateTable('initiative').set({ told_until: until }).where('idea_id', '=', id).execute()
    },
  }
}
