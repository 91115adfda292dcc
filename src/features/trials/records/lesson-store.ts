import { sql } from 'kysely'
import { lockRow, open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { TrialLesson } from './lesson.ts'
import type { LessonStore } from './lesson-usecases.ts'

const lessonOf = ({ trial_id: trial, text, turn }: Tables['trial_lesson']): TrialLesson => ({
  trial,
  text,
  turn,
})

export function lessonStore(tx: Tx): LessonStore {
  const db = open(tx)
  return {
    async of(trials) {
      if (trials.length === 0) return new Map()
      const rows = await db.selectFrom('trial_lesson').selectAll().where('trial_id', 'in', trials).execute()
      return new Map(rows.map(row => [row.trial_id, lessonOf(row)]))
    },

    async lock(trial) {
      const one = db.selectFrom('trial_lesson').selectAll().where('trial_id', '=', trial)
      const row = await lockRow(tx, one).executeTakeFirst()
      return row && lessonOf(row)
    },

    async add({ trial, text, turn }) {
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('trial_lesson')
        .values({ trial_id: trial, text, turn })
        .onConflict(conflict => conflict.column('trial_id').doNothing())
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows > 0n
    },

    async set({ trial, text, turn }) {
      await db.updateTable('trial_lesson').set({ text, turn }).where('trial_id', '=', trial).execute()
    },

    async said(limit) {
      const rows = await db
        .selectFrom('trial_lesson')
        .innerJoin('trial', 'trial.id', 'trial_lesson.trial_id')
        .innerJoin('idea', 'idea.id', 'trial.idea_id')
        .select(['idea.axis', 'trial_lesson.text', 'trial.decision'])
        .where('trial_lesson.text', '<>', '')
        .where('idea.state', '=', sql.lit<'initiative'>('initiative'))
        .where('idea.hidden_at', 'is', null)
        .orderBy('trial.decided_at', 'desc')
        .orderBy('trial.id', 'desc')
        .limit(limit)
        .execute()
      return rows.flatMap(({ axis, text, decision }) =>
        decision === null ? [] : [{ axis: axis ?? '', text, decision }],
      )
    },
  }
}
