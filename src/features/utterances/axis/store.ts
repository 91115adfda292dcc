import { sql } from 'kysely'
import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { AxisStemStore } from './usecases.ts'

/** Rows written in one statement. */
const AT_ONCE = 500
/** What the key of a whole text begins with, among stems. */
const WHOLE = '='

export function axisStemStore(tx: Tx): AxisStemStore {
  const db = open(tx)
  return {
    async of(stems) {
      if (stems.length === 0) return []
      return db.selectFrom('axis_stem').selectAll().where('stem', 'in', stems).execute()
    },

    async counted(least, limit) {
      return db
        .selectFrom('idea_stem')
        .innerJoin('idea', 'idea.id', 'idea_stem.idea_id')
        .select(({ ref }) => [
          'idea_stem.stem',
          ref('idea.axis').$notNull().as('axis'),
          sql<number>`count(*)`.as('ideas'),
        ])
        .where('idea.axis', 'is not', null)
        .where('idea_stem.stem', 'not like', `${WHOLE}%`)
        .groupBy(['idea_stem.stem', 'idea.axis'])
        .having(sql<number>`count(*)`, '>=', least)
        .orderBy('ideas', 'desc')
        .orderBy('idea_stem.stem')
        .limit(limit)
        .execute()
    },

    async replace(rows) {
      await db.deleteFrom('axis_stem').execute()
      for (let at = 0; at < rows.length; at += AT_ONCE)
        await db
          .insertInto('axis_stem')
          .values(
            rows
              .slice(at, at + AT_ONCE)
              .map(({ stem, axis, ideas }) => ({ stem, axis, ideas: Number(ideas) })),
          )
          .execute()
    },
  }
}
