import { type ExpressionBuilder, expressionBuilder, sql } from 'kysely'
import { open, type Tables } from '../../../db/index.ts'
import type { Cursor } from '../../../kernel/requests/cursor.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { DescentStore } from './usecases.ts'

type Ideas = ExpressionBuilder<Tables, 'idea'>

/** States are literals in the query, since the partial indexes need them. */
const CARRIED = sql<boolean>`idea.state = 'initiative'`
const NOT_YET = sql<boolean>`idea.state in ('received', 'studied', 'answered', 'retained')`

/** `small`: Directions too small to be shown as the origin of an unnamed idea. */
export function descentStore(tx: Tx, small: ReadonlySet<string> = new Set()): DescentStore {
  const db = open(tx)
  const isSmall = sql<boolean>`idea.unnamed = 1 and idea.direction in (${sql.join(['', ...small])})`
  const shownPlace = sql<string | null>`case when ${isSmall} then null else idea.direction end`.as('place')

  function inspiredBy(id: string, state: typeof CARRIED) {
    const eb: Ideas = expressionBuilder<Tables, 'idea'>()
    return eb.and([eb('idea.inspired_by', '=', id), state, eb('idea.hidden_at', 'is', null)])
  }

  /** Ids of those just after `after`, the latest first. */
  const page = (id: string, state: typeof CARRIED, limit: number, after?: Cursor) =>
    db
      .selectFrom('idea')
      .select(['idea.id', 'idea.created_at as at'])
      .where(inspiredBy(id, state))
      .$if(after !== undefined, query =>
        query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('idea.created_at', 'idea.id'), '<', tuple(after?.at ?? 0, after?.id ?? '')),
        ),
      )
      .orderBy('idea.created_at', 'desc')
      .orderBy('idea.id', 'desc')
      .limit(limit)
      .execute()

  async function count(id: string, state: typeof CARRIED, limit: number): Promise<number> {
    const { count } = await db
      .selectFrom(eb =>
        eb.selectFrom('idea').select('id').where(inspiredBy(id, state)).limit(limit).as('some'),
      )
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(count)
  }

  /** The first of a Direction, and the one after it; in a small one, of those that are named. */
  const nth = (id: string, skip: 0 | 1) => sql`select idea.id from idea
    where idea.inspired_by = ${id} and idea.direction = place.direction and ${CARRIED} and idea.hidden_at is null
      and not (${isSmall})
    order by idea.created_at, idea.id limit 1 offset ${sql.lit(skip)}`

  return {
    taken: (id, ...rest) => page(id, CARRIED, ...rest),
    ideas: (id, ...rest) => page(id, NOT_YET, ...rest),
    countTaken: (id, limit) => count(id, CARRIED, limit),
    countIdeas: (id, limit) => count(id, NOT_YET, limit),

    async takenByIds(ids) {
      if (ids.length === 0) return []
      const rows = await db
        .selectFrom('idea')
        .innerJoin('initiative', 'initiative.idea_id', 'idea.id')
        .select(['idea.id', 'initiative.title', 'initiative.phase', 'initiative.trial', shownPlace])
        .where('idea.id', 'in', ids)
        .execute()
      return rows.map(({ id, title, phase, trial, place }) => ({
        id,
        title,
        phase,
        ...(trial !== null && { trial }),
        ...(place !== null && { direction: place }),
      }))
    },

    async ideasByIds(ids) {
      if (ids.length === 0) return []
      const rows = await db
        .selectFrom('idea')
        .select(['idea.id', 'idea.text', shownPlace])
        .where('idea.id', 'in', ids)
        .execute()
      return rows.map(({ id, text, place }) => ({
        id,
        title: text,
        ...(place !== null && { direction: place }),
      }))
    },

    async firstIn(id, directions) {
      if (directions.length === 0) return new Map()
      const places = sql.join(directions.map(direction => sql`(${direction})`))
      const query = sql<{ direction: string; first: string | null; second: string | null }>`
        with place (direction) as (values ${places})
        select direction, (${nth(id, 0)}) as first, (${nth(id, 1)}) as second from place`
      const { rows } = await query.execute(db)
      return new Map(
        rows.flatMap(({ direction, first, second }) =>
          first === null ? [] : [[direction, { id: first, more: second !== null }] as const],
        ),
      )
    },
  }
}
