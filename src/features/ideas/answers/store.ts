import { sql } from 'kysely'
import { open } from '../../../db/index.ts'
import type { Cursor } from '../../../kernel/requests/cursor.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Idea } from '../idea/domain.ts'
import { ideaOf, NONE, type Small } from '../idea/row-store.ts'
import type { IdeaState } from '../idea/state.ts'
import { isPending } from './take-back-store.ts'
import type { AnswerStore } from './usecases.ts'
import { cursorDay, owedFirst } from './waiting-pages.ts'

/** States of an idea that is counted: neither taken back nor merged into another. */
const SPOKEN: readonly IdeaState[] = ['received', 'studied', 'answered', 'retained', 'initiative', 'aside']
/** States as the daily figures group them: an initiative was retained, and setting aside is an answer. */
const COUNTED: Partial<Record<IdeaState, string>> = { initiative: 'retained', aside: 'answered' }

export function answerStore(tx: Tx, small: Small = NONE): AnswerStore {
  const db = open(tx)
  const shownOf = (direction: string) =>
    db
      .selectFrom('idea')
      .selectAll()
      .where('hidden_at', 'is', null)
      .where('direction', '=', direction)
      .$if(small.has(direction), query => query.where('unnamed', '=', 0))
  const oldest = (direction: string, limit: number) =>
    shownOf(direction).orderBy('created_at').orderBy('id').limit(limit)
  /** Spelled as in the index's own condition, or the index is not used. */
  const waits = sql<boolean>`state in ('received', 'studied')`

  /** `unsaid`: without those that somebody has answered or decided within the undo window. */
  async function owed(
    direction: string,
    limit: number,
    after?: Cursor,
    unsaid = false,
  ): Promise<readonly Idea[]> {
    const rows = await shownOf(direction)
      .where(waits)
      .where('due_on', 'is not', null)
      .where('due_party', '=', 'direction')
      .$if(after !== undefined, query =>
        query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('due_on', 'id'), '>', tuple(after ? cursorDay(after) : '', after?.id ?? '')),
        ),
      )
      .$if(unsaid, query => query.where(({ not }) => not(isPending)))
      .orderBy('due_on')
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows.map(row => ideaOf(row, small))
  }

  async function others(
    direction: string,
    limit: number,
    after?: Cursor,
    unsaid = false,
  ): Promise<readonly Idea[]> {
    const rows = await oldest(direction, limit)
      .where(waits)
      .where(({ or, eb }) => or([eb('due_on', 'is', null), eb('due_party', '<>', 'direction')]))
      .$if(after !== undefined, query =>
        query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('created_at', 'id'), '>', tuple(after?.at ?? 0, after?.id ?? '')),
        ),
      )
      .$if(unsaid, query => query.where(({ not }) => not(isPending)))
      .execute()
    return rows.map(row => ideaOf(row, small))
  }

  return {
    waiting: (direction, limit, after) =>
      owedFirst(
        limit,
        after,
        (...of) => owed(direction, ...of),
        (...of) => others(direction, ...of),
      ),
    unsaid: (direction, limit, after) =>
      owedFirst(
        limit,
        after,
        (...[most, from]) => owed(direction, most, from, true),
        (...[most, from]) => others(direction, most, from, true),
      ),
    async unsaidCount(direction) {
      const { count } = await shownOf(direction)
        .clearSelect()
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where(waits)
        .where(({ not }) => not(isPending))
        .executeTakeFirstOrThrow()
      return Number(count)
    },
    async countBetween(direction, from, until) {
      const { count } = await shownOf(direction)
        .clearSelect()
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('state', 'in', SPOKEN)
        .where('created_at', '>=', from)
        .where('created_at', '<', until)
        .executeTakeFirstOrThrow()
      return Number(count)
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
    async cellsOf(direction) {
      const rows = await shownOf(direction)
        .clearSelect()
        .select(['state', 'axis'])
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('state', 'in', SPOKEN)
        .groupBy(['state', 'axis'])
        .execute()
      return rows.map(({ axis, state, count }) => ({
        state: COUNTED[state] ?? state,
        count,
        direction,
        axis: axis ?? '',
      }))
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
