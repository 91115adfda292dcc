import { expressionBuilder, sql } from 'kysely'
import { heldWords, isPostgres, open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { NONE, type Small } from '../idea/row-store.ts'
import type { Weighed } from '../similarity/domain.ts'
import { ideasHolding, weightOf } from '../similarity/store.ts'
import {
  COUNTED,
  HEAVIEST,
  HELD,
  IDEA_GROUPS,
  isNarrow,
  type Ranked,
  type RetrievalFilter,
  SCANNED,
} from './domain.ts'
import type { RetrievalStore } from './usecases.ts'

/** The partial index that holds a group, and its condition, spelled as in migration 057: otherwise it is not used. */
const WAITING = { index: 'idea_open', where: sql<boolean>`state in ('received', 'studied')` }
const SETTLED = {
  index: 'idea_settled',
  where: sql<boolean>`state in ('answered', 'retained', 'initiative', 'aside')`,
}

/** PostgreSQL gives the number of a sum as text. */
const rankedOf = (rows: readonly { readonly id: string; readonly weight: number | string }[]): Ranked[] =>
  rows.map(({ id, weight }) => ({ id, weight: Number(weight) }))

/** `small`: Directions too small to be shown as the origin of an unnamed idea. */
export function retrievalStore(tx: Tx, small: Small = NONE): RetrievalStore {
  const db = open(tx)

  /** What everybody sees, and the filter asks for: of `some` rows of ideas, or of all. */
  function isWanted(of: 'idea' | 'some', { group, axis, direction, author, from, until }: RetrievalFilter) {
    const eb = expressionBuilder<Tables & { some: Tables['idea'] }, 'idea' | 'some'>()
    return eb.and([
      eb(`${of}.state`, 'not in', ['withdrawn', 'merged']),
      eb(`${of}.hidden_at`, 'is', null),
      ...(group === undefined ? [] : [eb(`${of}.state`, 'in', IDEA_GROUPS[group])]),
      ...(axis === undefined ? [] : [eb(`${of}.axis`, '=', axis)]),
      ...(direction === undefined ? [] : [eb(`${of}.direction`, '=', direction)]),
      ...(direction !== undefined && small.has(direction) ? [eb(`${of}.unnamed`, '=', 0)] : []),
      ...(author === undefined ? [] : [eb(`${of}.author`, '=', author)]),
      ...(from === undefined ? [] : [eb(`${of}.created_at`, '>=', from)]),
      ...(until === undefined ? [] : [eb(`${of}.created_at`, '<', until)]),
    ])
  }

  /** SQLite would sort all ideas of a state, by another index, unless it is told which to go through. */
  const through = (index: string) =>
    isPostgres(tx)
      ? db.selectFrom('idea')
      : db.selectFrom(sql<Tables['idea']>`(select * from idea indexed by ${sql.ref(index)})`.as('idea'))

  /** The newest rows of the narrowest index. */
  function newest({
    author,
    direction,
    axis,
    group,
    from = 0,
    until = Number.MAX_SAFE_INTEGER,
  }: RetrievalFilter) {
    const cut = <T extends ReturnType<typeof through>>(ideas: T) =>
      ideas
        .selectAll()
        .where('created_at', '>=', from)
        .where('created_at', '<', until)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(SCANNED)
    if (author !== undefined) return cut(db.selectFrom('idea')).where('author', '=', author)
    if (direction !== undefined) return cut(db.selectFrom('idea')).where('direction', '=', direction)
    if (axis !== undefined) return cut(db.selectFrom('idea')).where('axis', '=', axis)
    if (group === undefined) return cut(db.selectFrom('idea'))
    const { index, where } = group === 'waiting' || group === 'studied' ? WAITING : SETTLED
    return cut(through(index)).where(where)
  }

  /** Ideas with the stem, up to the counting limit. */
  const holding = (weighed: Weighed) => ideasHolding(tx, weighed, HELD)

  return {
    held: beginnings => heldWords(tx, 'idea_word', beginnings),

    async sharing([first, ...others], filter) {
      if (!first) return []
      const rows = others.reduce((all, each) => all.unionAll(holding(each)), holding(first))
      const weighed = db
        .selectFrom(rows.as('some'))
        .select(({ fn }) => ['some.idea_id', fn.sum<number>('some.weight').as('weight')])
        .groupBy('some.idea_id')
      // Where nothing narrows them, only the heaviest find their idea: a row of the index costs a tenth of one of the table.
      const held = isNarrow(filter)
        ? weighed
        : weighed.orderBy('weight', 'desc').orderBy('some.idea_id').limit(HEAVIEST)
      // SQLite keeps the table order of a cross join: each row of the index finds its idea.
      const found = await db
        .selectFrom(held.as('held'))
        .crossJoin('idea')
        .whereRef('idea.id', '=', 'held.idea_id')
        .where(isWanted('idea', filter))
        .select(['idea.id', 'held.weight'])
        .orderBy('held.weight', 'desc')
        .orderBy('idea.supports', 'desc')
        .orderBy('idea.id', 'desc')
        .limit(COUNTED + 1)
        .execute()
      return rankedOf(found)
    },

    async sharingNewest(sought, filter) {
      const weights = sought.map(({ stem, weight }) => sql`when ${stem} then ${weightOf(weight)}`)
      const rows = await db
        .selectFrom(newest(filter).as('some'))
        .crossJoin('idea_stem')
        .whereRef('idea_stem.idea_id', '=', 'some.id')
        .where(
          'idea_stem.stem',
          'in',
          sought.map(({ stem }) => stem),
        )
        .where(isWanted('some', filter))
        .select([
          'some.id',
          sql<number>`sum(case idea_stem.stem ${sql.join(weights, sql` `)} end)`.as('weight'),
        ])
        .groupBy(['some.id', 'some.supports'])
        .orderBy('weight', 'desc')
        .orderBy('some.supports', 'desc')
        .orderBy('some.id', 'desc')
        .limit(COUNTED + 1)
        .execute()
      return rankedOf(rows)
    },

    async newest(filter) {
      const rows = await db
        .selectFrom(newest(filter).as('some'))
        .where(isWanted('some', filter))
        .select('some.id')
        .orderBy('some.created_at', 'desc')
        .orderBy('some.id', 'desc')
        .limit(COUNTED + 1)
        .execute()
      return rows.map(({ id }) => ({ id, weight: 0 }))
    },

    async goesOn(filter) {
      const last = await newest(filter)
        .clearSelect()
        .select('id')
        .limit(1)
        .offset(SCANNED - 1)
        .executeTakeFirst()
      return last !== undefined
    },
  }
}
