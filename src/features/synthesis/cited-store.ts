import { open } from '../../db/index.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import type { CitedIdeaStore } from './rows.ts'

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

    async among(ids, axis) {
      if (ids.length === 0) return new Map()
      const rows = await visible(axis).where('idea.id', 'in', ids).execute()
      return new Map(rows.map(row => [row.id, row]))
    },
  }
}
