import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { SequelStore } from './usecases.ts'

export function sequelStore(tx: Tx): SequelStore {
  const db = open(tx)
  const awaited = () => db.selectFrom('ballot').where('sequel', '=', 'awaited')
  return {
    async awaited(limit) {
      const rows = await awaited()
        .select(['id', 'question', 'sequel_due'])
        .orderBy('sequel_due')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(({ id, question, sequel_due }) => ({ id, question, due: sequel_due ?? '' }))
    },

    async countAwaited() {
      const { count } = await awaited()
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return Number(count)
    },

    async awaitedAt(workshop, limit) {
      const rows = await awaited()
        .select('id')
        .where('workshop_id', '=', workshop)
        .orderBy('sequel_due')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(({ id }) => id)
    },

    async askingOf(ideas, limit) {
      if (ideas.length === 0) return []
      const rows = await db
        .selectFrom('ballot_option')
        .innerJoin('ballot', 'ballot.id', 'ballot_option.ballot_id')
        .select(['ballot.id', 'ballot.closes_at'])
        .distinct()
        .where('ballot_option.idea_id', 'in', ideas)
        .where('ballot.concluded_at', 'is not', null)
        .orderBy('ballot.closes_at', 'desc')
        .limit(limit)
        .execute()
      return rows.map(({ id }) => id)
    },
  }
}
