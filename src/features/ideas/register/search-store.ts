import { expressionBuilder, sql } from 'kysely'
import { heldWords, isPostgres, open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { endOf } from '../../../search/words.ts'
import { actableIdeas, ideaOf, NONE, type Small } from '../idea/row-store.ts'
import type { SearchStore } from './search-usecases.ts'

/**
 * Cost threshold. Few matching words: collect their ideas and sort them. More: scan ideas in order until enough match,
 * which comes soon. With several prefixes it comes late, so the threshold is higher.
 */
export const FEW = { one: 3_000, several: 20_000 }

/** Ids of ideas with a word that starts with `beginning`. */
export function holding(tx: Tx, beginning: string) {
  return open(tx)
    .selectFrom('idea_word as held')
    .select('held.idea_id')
    .where('held.word', '>=', beginning)
    .where('held.word', '<', endOf(beginning))
}

export function searchStore(tx: Tx, few = FEW, small: Small = NONE): SearchStore {
  const db = open(tx)
  const first = (limit: number, skip: number) =>
    actableIdeas(tx).orderBy('supports', 'desc').orderBy('id', 'desc').limit(limit).offset(skip)
  // A correlated scalar lookup per idea: SQLite may turn an `exists` into a join over the whole of both tables.
  const holds = (beginning: string, idea: 'idea.id' | 'held.idea_id') =>
    expressionBuilder<Tables>()
      .selectFrom('idea_word as other')
      .select('other.idea_id')
      .where('other.idea_id', '=', sql.ref<string>(idea))
      .where('other.word', '>=', beginning)
      .where('other.word', '<', endOf(beginning))
      .limit(1)

  type Held = ReturnType<typeof holding>
  // PostgreSQL joins the two well; given a subquery of each, it scans all ideas in order.
  const narrowed = (held: Held, other: string): Held =>
    isPostgres(tx)
      ? held.where('held.idea_id', 'in', holding(tx, other))
      : held.where(holds(other, 'held.idea_id'), 'is not', null)

  /** The prefixes, the rarest first, and whether few words match that one. */
  async function rarestFirst(beginnings: readonly string[]): Promise<readonly [readonly string[], boolean]> {
    const most = beginnings.length > 1 ? few.several : few.one
    const counted = beginnings.map((beginning, at) =>
      db
        .selectFrom(holding(tx, beginning).limit(most).as('some'))
        .select(({ fn }) => fn.countAll().as('count'))
        .as(`of${at}`),
    )
    const counts: Record<string, unknown> = await db.selectNoFrom(counted).executeTakeFirstOrThrow()
    const known = beginnings.map((beginning, at) => ({ beginning, count: Number(counts[`of${at}`]) }))
    const sorted = known.toSorted((a, b) => a.count - b.count)
    return [sorted.map(({ beginning }) => beginning), (sorted[0]?.count ?? most) < most]
  }

  return {
    async putWords(id, words) {
      await db.deleteFrom('idea_word').where('idea_id', '=', id).execute()
      const rows = words.map(word => ({ idea_id: id, word }))
      if (rows.length > 0) await db.insertInto('idea_word').values(rows).execute()
    },
    held: beginnings => heldWords(tx, 'idea_word', beginnings),
    async found(beginnings, limit, skip) {
      const [[rarest, ...others], isFew] = await rarestFirst(beginnings)
      if (rarest === undefined) return []
      const query = isFew
        ? first(limit, skip).where('id', 'in', others.reduce(narrowed, holding(tx, rarest)))
        : [rarest, ...others].reduce(
            (ideas, each) => ideas.where(holds(each, 'idea.id'), 'is not', null),
            first(limit, skip),
          )
      return (await query.execute()).map(row => ideaOf(row, small))
    },
  }
}
