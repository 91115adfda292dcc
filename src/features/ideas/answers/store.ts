import { sql } from 'kysely'
import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { ideaOf, NONE, type Small } from '../idea/row-store.ts'
import type { IdeaState } from '../idea/state.ts'
import { isPending } from './take-back-store.ts'
import type { AnswerStore } from './usecases.ts'

/** States of an idea that is counted: neither taken back nor merged into another. */
const SPOKEN: readonly IdeaState[] = ['received', 'studied', 'answered', 'retained', 'initiative', 'aside']
/** States as the daily figures group them: an initiative was retained, and setting aside is an answer. */
const COUNTED: Partial<Record<IdeaState, string>> = { initiative: 'retained', aside: 'answered' }

export function answerStore(tx: Tx, small: Small = NONE): AnswerStore {
  const db = open(tx)
  const oldest = (direction: string, limit: number) =>
    db
      .selectFrom('idea')
      .selectAll()
      .where('hidden_at', 'is', null)
      .where('direction', '=', direction)
      .$if(small.has(direction), query => query.where('unnamed', '=', 0))
      .orderBy('created_at')
      .orderBy('id')
      .limit(limit)
  return {
    async waiting(direction, limit, after) {
      const rows = await oldest(direction, limit)
        // Spelled as in the index's own condition, or the index is not used.
        .where(sql<boolean>`state in ('received', 'studied')`)
        .$if(after !== undefined, query =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('created_at', 'id'), '>', tuple(after?.at ?? 0, after?.id ?? '')),
          ),
        )
        .execute()
      return rows.map(row => ideaOf(row, small))
    },
    async waitingSince(direction, before, limit) {
      const rows = await oldest(direction, limit)
        .where('state', '=', 'received')
        .where('created_at', '<', before)
        .where(({ not }) => not(isPending))
        .execute()
      return rows.map(row => ideaOf(row, small))
    },
    async axesSince(direction, since) {
      const rows = await db
        .selectFrom('idea')
        .select('axis')
        .distinct()
        .where('hidden_at', 'is', null)
        .where('state', 'in', SPOKEN)
        .where('direction', '=', direction)
        .$if(small.has(direction), query => query.where('unnamed', '=', 0))
        .where('created_at', '>=', since)
        .execute()
      return rows.flatMap(({ axis }) => axis ?? [])
    },
    async cells() {
      const place = sql<string | null>`case when unnamed = 1 and direction in (${sql.join(['', ...small])})
        then null else direction end`
      const rows = await db
        .selectFrom('idea')
        .select(['state', place.as('place'), 'axis'])
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('hidden_at', 'is', null)
        .where('state', 'in', SPOKEN)
        .groupBy(['state', 'place', 'axis'])
        .execute()
      return rows.map(({ place, axis, state, count }) => ({
        state: COUNTED[state] ?? state,
        count,
        direction: place ?? '',
        axis: axis ?? '',
      }))
    },
  }
}
