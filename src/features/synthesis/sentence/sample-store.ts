import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { SampleStore } from './rows.ts'

/** Ideas of one axis that a draw looks through. */
const MOST_PLACED = 200_000
/** Rows of one axis: a sample, and what was read of ideas that are gone since. */
const MOST_SAMPLED = 200

const rightOf = (verdict: 'right' | 'wrong' | null) =>
  verdict === null ? {} : { right: verdict === 'right' }

export function sampleStore(tx: Tx): SampleStore {
  const db = open(tx)
  const sampled = (axis: string) =>
    db
      .selectFrom('synthesis_sample')
      .innerJoin('idea', 'idea.id', 'synthesis_sample.idea_id')
      .select(['idea.id', 'idea.text', 'theme_id', 'verdict'])
      .where('synthesis_sample.axis', '=', axis)
      .orderBy('synthesis_sample.idea_id')
      .limit(MOST_SAMPLED)
  const seen = (axis: string) =>
    sampled(axis)
      .where('idea.axis', '=', axis)
      .where('state', 'not in', ['withdrawn', 'merged'])
      .where('hidden_at', 'is', null)

  return {
    async draw(axis) {
      const row = await db
        .selectFrom('synthesis_draw')
        .selectAll()
        .where('axis', '=', axis)
        .executeTakeFirst()
      return row && { at: row.drawn_at, words: row.words, of: row.placed }
    },

    async sampled(axis) {
      const visible = new Set((await seen(axis).execute()).map(({ id }) => id))
      const rows = (await sampled(axis).execute()).filter(
        ({ id, verdict }) => verdict !== null || visible.has(id),
      )
      return rows.map(({ id, theme_id, verdict }) => ({ idea: id, theme: theme_id, ...rightOf(verdict) }))
    },

    async toRead(axis) {
      const rows = await seen(axis).execute()
      return rows.map(({ id, text, theme_id, verdict }) => ({
        id,
        text,
        theme: theme_id,
        ...rightOf(verdict),
      }))
    },

    async placedByWords(axis, themes) {
      if (themes.length === 0) return []
      const rows = await db
        .selectFrom('idea')
        .innerJoin('idea_theme', 'idea_theme.idea_id', 'idea.id')
        .select(['idea.id', 'theme_id'])
        .where('axis', '=', axis)
        .where('theme_id', 'in', themes)
        .where('placed', '=', 'words')
        .where('state', 'not in', ['withdrawn', 'merged'])
        .where('hidden_at', 'is', null)
        .limit(MOST_PLACED)
        .execute()
      return rows.map(({ id, theme_id }) => ({ idea: id, theme: theme_id ?? '' }))
    },

    async put(axis, { at, words, of }, ideas) {
      const drawn = { drawn_at: at, words, placed: of }
      await db
        .insertInto('synthesis_draw')
        .values({ axis, ...drawn })
        .onConflict(on => on.column('axis').doUpdateSet(drawn))
        .execute()
      await db.deleteFrom('synthesis_sample').where('axis', '=', axis).execute()
      if (ideas.length === 0) return
      const rows = ideas.map(({ idea, theme }) => ({ axis, idea_id: idea, theme_id: theme, verdict: null }))
      await db.insertInto('synthesis_sample').values(rows).execute()
    },

    async judge(axis, idea, right) {
      await db
        .updateTable('synthesis_sample')
        .set({ verdict: right ? 'right' : 'wrong' })
        .where('axis', '=', axis)
        .where('idea_id', '=', idea)
        .execute()
    },
  }
}
