import { open } from '../../db/index.ts'
import { endOf } from '../../kernel/search.ts'
import type { Tx } from '../../kernel/tx.ts'
import { ideaOf, standingIdeas } from './row-store.ts'
import type { IdeaStore } from './usecases.ts'

export function searchStore(tx: Tx): Pick<IdeaStore, 'putWords' | 'mostSupported' | 'found'> {
  const db = open(tx)
  const first = (limit: number, skip: number) =>
    standingIdeas(tx).orderBy('supports', 'desc').orderBy('id', 'desc').limit(limit).offset(skip)
  const holding = (beginning: string) =>
    db
      .selectFrom('idea_word')
      .select('idea_id')
      .where('word', '>=', beginning)
      .where('word', '<', endOf(beginning))
  return {
    async putWords(id, words) {
      await db.deleteFrom('idea_word').where('idea_id', '=', id).execute()
      const rows = words.map(word => ({ idea_id: id, word }))
      if (rows.length > 0) await db.insertInto('idea_word').values(rows).execute()
    },
    async mostSupported(limit, skip = 0) {
      return (await first(limit, skip).execute()).map(ideaOf)
    },
    async found(beginnings, limit, skip) {
      const query = beginnings.reduce(
        (narrowed, beginning) => narrowed.where('id', 'in', holding(beginning)),
        first(limit, skip),
      )
      return (await query.execute()).map(ideaOf)
    },
  }
}
