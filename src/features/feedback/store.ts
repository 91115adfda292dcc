import type { Selectable } from 'kysely'
import { lockRow, open, type Tables } from '../../db/index.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import type { Rating, Round } from './domain.ts'
import type { FeedbackStore } from './usecases.ts'

/** Rows per statement: engines limit bound parameters. */
const ROWS = 500

function roundOf(row: Selectable<Tables['feedback_round']>): Round {
  return { workshop: row.workshop_id, closesAt: row.closes_at, closed: row.closed === 1 }
}

export function feedbackStore(tx: Tx): FeedbackStore {
  const db = open(tx)
  const roundOn = (workshop: string) =>
    db.selectFrom('feedback_round').selectAll().where('workshop_id', '=', workshop)

  return {
    async begin({ workshop, closesAt }) {
      const row = { workshop_id: workshop, closes_at: closesAt, closed: 0 as const }
      const insert = db.insertInto('feedback_round').values(row)
      const { numInsertedOrUpdatedRows = 0n } = await insert
        .onConflict(conflict => conflict.column('workshop_id').doNothing())
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows > 0n
    },

    async find(workshop) {
      const row = await roundOn(workshop).executeTakeFirst()
      return row && roundOf(row)
    },

    async lock(workshop) {
      const row = await lockRow(tx, roundOn(workshop)).executeTakeFirst()
      return row && roundOf(row)
    },

    async onRoll(workshop, person) {
      const row = await db
        .selectFrom('feedback_roll')
        .select('person_id')
        .where('workshop_id', '=', workshop)
        .where('person_id', '=', person)
        .executeTakeFirst()
      return row !== undefined
    },

    async putOnRoll(workshop, person) {
      await db.insertInto('feedback_roll').values({ workshop_id: workshop, person_id: person }).execute()
    },

    async answers(workshop) {
      const rows = await db
        .selectFrom('feedback_answer')
        .select(['rating', 'sentence'])
        .where('workshop_id', '=', workshop)
        .orderBy('id')
        .execute()
      return rows.map(({ rating, sentence }) => ({ rating: rating as Rating, sentence }))
    },

    async rewrite(workshop, answers) {
      await db.deleteFrom('feedback_answer').where('workshop_id', '=', workshop).execute()
      const rows = answers.map(answer => ({ ...answer, workshop_id: workshop }))
      rows.sort((one, other) => (one.id < other.id ? -1 : 1))
      for (let at = 0; at < rows.length; at += ROWS)
        await db
          .insertInto('feedback_answer')
          .values(rows.slice(at, at + ROWS))
          .execute()
    },

    async close(workshop) {
      await db.deleteFrom('feedback_roll').where('workshop_id', '=', workshop).execute()
      await db.updateTable('feedback_round').set({ closed: 1 }).where('workshop_id', '=', workshop).execute()
    },
  }
}
