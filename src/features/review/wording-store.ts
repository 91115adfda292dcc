import { lockRow, open, type Tables } from '../../db/index.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import type { ReviewTitle } from './wording.ts'
import type { WordingStore } from './wording-usecases.ts'

function titleOf({ initiative_id: initiative, ...row }: Tables['review_title']): ReviewTitle {
  const { decision, words, mark, turn } = row
  return { initiative, decision, words, mark, turn }
}

const KINDS = ['opening', 'proposed', 'learnt'] as const

export function wordingStore(tx: Tx): WordingStore {
  const db = open(tx)
  return {
    texts: () => db.selectFrom('review_text').selectAll().where('kind', 'in', KINDS).execute(),

    async lockText(kind, axis) {
      const one = db.selectFrom('review_text').selectAll().where('kind', '=', kind).where('axis', '=', axis)
      return lockRow(tx, one).executeTakeFirst()
    },

    async addText({ kind, axis, text, turn }) {
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('review_text')
        .values({ kind, axis, text, turn })
        .onConflict(conflict => conflict.columns(['kind', 'axis']).doNothing())
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows > 0n
    },

    async setText({ kind, axis, text, turn }) {
      await db
        .updateTable('review_text')
        .set({ text, turn })
        .where('kind', '=', kind)
        .where('axis', '=', axis)
        .execute()
    },

    async titles(initiatives) {
      if (initiatives.length === 0) return new Map()
      const rows = await db
        .selectFrom('review_title')
        .selectAll()
        .where('initiative_id', 'in', initiatives)
        .execute()
      return new Map(rows.map(row => [row.initiative_id, titleOf(row)]))
    },

    async lockTitle(initiative) {
      const one = db.selectFrom('review_title').selectAll().where('initiative_id', '=', initiative)
      const row = await lockRow(tx, one).executeTakeFirst()
      return row && titleOf(row)
    },

    async addTitle({ initiative, decision, words, mark, turn }) {
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('review_title')
        .values({ initiative_id: initiative, decision, words, mark, turn })
        .onConflict(conflict => conflict.column('initiative_id').doNothing())
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows > 0n
    },

    async setTitle({ initiative, decision, words, mark, turn }) {
      await db
        .updateTable('review_title')
        .set({ decision, words, mark, turn })
        .where('initiative_id', '=', initiative)
        .execute()
    },
  }
}
