import { sql } from 'kysely'
import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { NONE, type Small } from '../idea/row-store.ts'
import { placeOf, supporterOf } from './counted-store.ts'
import type { SupportStore } from './usecases.ts'

/** Supports of one person that can wait for a Direction. */
const MANY = 500

export function supportStore(tx: Tx, small: Small = NONE): SupportStore {
  const db = open(tx)

  const place = placeOf(small)

  /** The person's unnamed ideas. Moved to their Direction with all the rest, they would be identified as theirs. */
  const unnamedOf = (person: string) =>
    db.selectFrom('idea').select('id').where('author', '=', person).where('unnamed', '=', 1)

  return {
    async putSupport({ idea, person, direction = null, at }) {
      await db
        .insertInto('idea_support')
        .values({ idea_id: idea, person_id: person, direction, at, counts_for: idea })
        .onConflict(on => {
          const same = on.columns(['idea_id', 'person_id'])
          return direction === null ? same.doNothing() : same.doUpdateSet({ direction })
        })
        .execute()
    },
    async removeSupport(idea, person) {
      await db
        .deleteFrom('idea_support')
        .where('counts_for', '=', idea)
        .where('person_id', '=', person)
        .execute()
    },
    async unplaced(person) {
      const rows = await db
        .selectFrom('idea_support')
        .select('counts_for')
        .distinct()
        .where('person_id', '=', person)
        .where('direction', 'is', null)
        .where('idea_id', 'not in', unnamedOf(person))
        .limit(MANY)
        .execute()
      return rows.map(row => row.counts_for)
    },
    async place(id, person, direction) {
      await db
        .updateTable('idea_support')
        .set({ direction })
        .where('counts_for', '=', id)
        .where('person_id', '=', person)
        .where('direction', 'is', null)
        .where('idea_id', 'not in', unnamedOf(person))
        .execute()
      await db
        .updateTable('idea')
        .set({ direction })
        .where(({ or, eb }) => or([eb('id', '=', id), eb('root', '=', id)]))
        .where('author', '=', person)
        .where('unnamed', '=', 0)
        .where('direction', 'is', null)
        .execute()
    },
    async recount(id) {
      const { supports, directions } = await db
        .selectFrom(from =>
          from
            .selectFrom('idea_support')
            .innerJoin('idea', 'idea.id', 'idea_support.idea_id')
            .select(({ fn }) => [supporterOf(sql`${id}`).as('supporter'), fn.max(place).as('direction')])
            .where('counts_for', '=', id)
            .groupBy('supporter')
            .as('supporter'),
        )
        .select(({ fn }) => [
          fn.countAll<number>().as('supports'),
          fn.count<number>('direction').distinct().as('directions'),
        ])
        .executeTakeFirstOrThrow()
      await db.updateTable('idea').set({ supports, directions }).where('id', '=', id).execute()
    },
    async supportedBy(person, ideas) {
      if (ideas.length === 0) return new Set()
      const rows = await db
        .selectFrom('idea_support')
        .select('counts_for')
        .where('person_id', '=', person)
        .where('counts_for', 'in', ideas)
        .execute()
      return new Set(rows.map(row => row.counts_for))
    },
    async supporters(id, limit, after) {
      const rows = await db
        .selectFrom('idea_support')
        .select('person_id')
        .distinct()
        .where('counts_for', '=', id)
        .whereRef('person_id', '<>', 'idea_id')
        .where('person_id', '>', after)
        .orderBy('person_id')
        .limit(limit)
        .execute()
      return rows.map(row => row.person_id)
    },
  }
}
