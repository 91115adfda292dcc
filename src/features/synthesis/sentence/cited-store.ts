import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { CitedIdeaStore } from './rows.ts'

/** Ideas of one theme that are looked through. */
const MOST_STANDING = 20_000

export function citedIdeaStore(tx: Tx): CitedIdeaStore {
  const db = open(tx)
  const visible = (axis: string) =>
    db
      .selectFrom('idea')
      .select(['idea.id', 'idea.text', 'author'])
      .where('axis', '=', axis)
      .where('state', 'not in', ['withdrawn', 'merged'])
      .where('hidden_at', 'is', null)
  return {
    async citedIn(synthesis, axis) {
      const rows = await visible(axis)
        .where('idea.id', 'in', ({ selectFrom }) =>
          selectFrom('synthesis_citation')
            .innerJoin('synthesis_sentence', 'synthesis_sentence.id', 'sentence_id')
            .select('idea_id')
            .where('synthesis_id', '=', synthesis),
        )
        .execute()
      return new Map(rows.map(row => [row.id, row]))
    },

    async standing(axis, theme) {
      const rows = await db
        .selectFrom('idea')
        .innerJoin('idea_theme', 'idea_theme.idea_id', 'idea.id')
        .select(['idea.id', 'stance'])
        .where('axis', '=', axis)
        .where('state', 'not in', ['withdrawn', 'merged'])
        .where('hidden_at', 'is', null)
        .$if(theme !== undefined, query => query.where('theme_id', '=', theme ?? ''))
        .$if(theme === undefined, query => query.where('theme_id', 'is', null).where('placed', '=', 'hand'))
        .orderBy('idea_theme.idea_at')
        .orderBy('idea_theme.idea_id')
        .limit(MOST_STANDING)
        .execute()
      return rows.map(({ id, stance }) => ({ id, ...(stance !== null && { stance }) }))
    },

    async among(ids, axis) {
      if (ids.length === 0) return new Map()
      const rows = await visible(axis).where('idea.id', 'in', ids).execute()
      return new Map(rows.map(row => [row.id, row]))
    },
  }
}
