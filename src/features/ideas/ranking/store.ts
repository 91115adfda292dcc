import { sql } from 'kysely'
import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { NONE, type Small } from '../idea/row-store.ts'
import { placeOf, supporterOf } from '../support/counted-store.ts'
import type { RankingStore } from './usecases.ts'

export function rankingStore(tx: Tx, small: Small = NONE): RankingStore {
  const db = open(tx)
  return {
    async page(limit, after) {
      const ideas = db.selectFrom('idea').select(['id', 'across as step']).where('id', '>', after)
      return ideas.orderBy('id').limit(limit).execute()
    },
    async supporters(ideas) {
      if (ideas.length === 0) return new Map()
      const rows = await db
        .selectFrom(from =>
          from
            .selectFrom('idea_support')
            .innerJoin('idea', 'idea.id', 'idea_support.idea_id')
            .select(({ fn }) => [
              'counts_for',
              supporterOf(sql.ref('idea_support.counts_for')).as('supporter'),
              fn.max(placeOf(small)).as('direction'),
            ])
            .where('counts_for', 'in', ideas)
            // Said of the ideas too, or PostgreSQL reads them all for each page: a support counts for its own idea or its root.
            .where(({ eb, or }) => or([eb('idea.id', 'in', ideas), eb('idea.root', 'in', ideas)]))
            .groupBy(['counts_for', 'supporter'])
            .as('supporter'),
        )
        .select(({ fn }) => ['counts_for', 'direction', fn.countAll<number>().as('count')])
        .where('direction', 'is not', null)
        .groupBy(['counts_for', 'direction'])
        .execute()
      const groups = Map.groupBy(rows, row => row.counts_for)
      return new Map(
        [...groups].map(([id, found]) => [
          id,
          new Map(found.map(({ direction, count }) => [direction ?? '', Number(count)])),
        ]),
      )
    },
    async setStep(ideas, step) {
      await db.updateTable('idea').set({ across: step }).where('id', 'in', ideas).execute()
    },
  }
}
