import { type SelectQueryBuilder, sql } from 'kysely'
import { open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { endOf } from '../../../search/words.ts'
import { COMPARED, STEM_COUNT, type Weighed, WHOLE, wholeOf } from './domain.ts'
import type { SimilarStore } from './usecases.ts'

const COUNT = sql<number>`count(*)`.as('count')
type Rows = SelectQueryBuilder<Tables, 'idea_stem', { id: string }>

/** A number that both engines add up as one. */
export const weightOf = (weight: number) => sql<number>`cast(${weight} as double precision)`

/** `most` ideas with the stem; all in one order, so that ideas with two stems are found under both. */
export function ideasHolding(tx: Tx, { stem, weight }: Weighed, most: number) {
  const db = open(tx)
  const rows = db.selectFrom('idea_stem').select('idea_id').where('stem', '=', stem)
  return db
    .selectFrom(rows.orderBy('idea_id').limit(most).as('held'))
    .select(['idea_id', weightOf(weight).as('weight')])
}

export function similarStore(tx: Tx): SimilarStore {
  const db = open(tx)
  const holding = (weighed: Weighed) => ideasHolding(tx, weighed, STEM_COUNT)

  async function sharing(sought: readonly Weighed[]): Promise<readonly string[]> {
    const [first, ...others] = sought
    if (!first) return []
    const held = others.reduce((all, each) => all.unionAll(holding(each)), holding(first))
    const rows = await db
      .selectFrom(held.as('held'))
      .select('idea_id')
      .groupBy('idea_id')
      .orderBy(({ fn }) => fn.sum('weight'), 'desc')
      .orderBy('idea_id')
      .limit(COMPARED)
      .execute()
    return rows.map(row => row.idea_id)
  }

  return {
    async putStems(id, stems) {
      await db.deleteFrom('idea_stem').where('idea_id', '=', id).execute()
      if (stems.length === 0) return
      const rows = [...stems, wholeOf(stems)].map(stem => ({ idea_id: id, stem }))
      await db.insertInto('idea_stem').values(rows).execute()
    },
    async stemCounts(stems) {
      const counted = (rows: Rows) => db.selectFrom(rows.limit(STEM_COUNT).as('some')).select(COUNT)
      const held = stems.map((stem, at) =>
        counted(db.selectFrom('idea_stem').select('idea_id as id').where('stem', '=', stem)).as(`held${at}`),
      )
      // Each searchable idea has exactly one such row.
      const wholes = db.selectFrom('idea_stem').select('idea_id as id')
      const ideas = counted(wholes.where('stem', '>=', WHOLE).where('stem', '<', endOf(WHOLE))).as('ideas')
      const row: Record<string, unknown> = await db.selectNoFrom([ideas, ...held]).executeTakeFirstOrThrow()
      const counts = stems.map((stem, at) => [stem, Number(row[`held${at}`])] as const)
      return { ideas: Number(row.ideas), stems: new Map(counts) }
    },
    async sharing(sought) {
      const ids = await sharing(sought)
      if (ids.length === 0) return []
      const rows = await db.selectFrom('idea_stem').selectAll().where('idea_id', 'in', ids).execute()
      const stems = Map.groupBy(rows, row => row.idea_id)
      return ids.map(id => ({
        id,
        stems: (stems.get(id) ?? []).map(({ stem }) => stem).filter(stem => !stem.startsWith(WHOLE)),
      }))
    },
    async rootsOf(ids) {
      if (ids.length === 0) return new Map()
      const rows = await db
        .selectFrom('idea')
        .select(({ ref }) => ['id', ref('root').$notNull().as('root')])
        .where('id', 'in', ids)
        .where('root', 'is not', null)
        .execute()
      return new Map(rows.map(({ id, root }) => [id, root]))
    },
  }
}
