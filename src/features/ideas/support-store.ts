import { open } from '../../db/index.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { IdeaStore } from './usecases.ts'

/** Supports of one person that may wait for their Direction. */
const MANY = 500

type SupportStore = Pick<
  IdeaStore,
  'putSupport' | 'removeSupport' | 'unplaced' | 'place' | 'recount' | 'supportedBy' | 'supporters'
>

export function supportStore(tx: Tx): SupportStore {
  const db = open(tx)
  return {
    async putSupport({ idea, person, direction = null, at }) {
      await db
        .insertInto('idea_support')
        .values({ idea_id: idea, person_id: person, direction, at })
        .onConflict(on => {
          const same = on.columns(['idea_id', 'person_id'])
          return direction === null ? same.doNothing() : same.doUpdateSet({ direction })
        })
        .execute()
    },
    async removeSupport(idea, person) {
      await db
        .deleteFrom('idea_support')
        .where('idea_id', '=', idea)
        .where('person_id', '=', person)
        .execute()
    },
    async unplaced(person) {
      const rows = await db
        .selectFrom('idea_support')
        .select('idea_id')
        .where('person_id', '=', person)
        .where('direction', 'is', null)
        .limit(MANY)
        .execute()
      return rows.map(row => row.idea_id)
    },
    async place(id, person, direction) {
      await db
        .updateTable('idea_support')
        .set({ direction })
        .where('idea_id', '=', id)
        .where('person_id', '=', person)
        .where('direction', 'is', null)
        .execute()
      await db
        .updateTable('idea')
        .set({ direction })
        .where('id', '=', id)
        .where('author', '=', person)
        .where('direction', 'is', null)
        .execute()
    },
    async recount(id) {
      const { supports, directions } = await db
        .selectFrom('idea_support')
        .select(({ fn }) => [
          fn.countAll<number>().as('supports'),
          fn.count<number>('direction').distinct().as('directions'),
        ])
        .where('idea_id', '=', id)
        .executeTakeFirstOrThrow()
      await db.updateTable('idea').set({ supports, directions }).where('id', '=', id).execute()
    },
    async supportedBy(person, ideas) {
      if (ideas.length === 0) return new Set()
      const rows = await db
        .selectFrom('idea_support')
        .select('idea_id')
        .where('person_id', '=', person)
        .where('idea_id', 'in', ideas)
        .execute()
      return new Set(rows.map(row => row.idea_id))
    },
    async supporters(id, limit, after) {
      const rows = await db
        .selectFrom('idea_support')
        .select('person_id')
        .where('idea_id', '=', id)
        .where('person_id', '>', after)
        .orderBy('person_id')
        .limit(limit)
        .execute()
      return rows.map(row => row.person_id)
    },
  }
}
