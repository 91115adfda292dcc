import { lockRow, open } from '../../../db/index.ts'
import type { Tables } from '../../../db/tables/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { ideaOf, NONE, type Small } from '../idea/row-store.ts'
import type { Merge } from './domain.ts'
import type { MergeStore } from './rows.ts'

function mergeOf({ from_state, settled_at, ...row }: Tables['idea_merge']): Merge {
  return {
    id: row.id,
    from: row.from_id,
    into: row.into_id,
    by: row.person_id,
    state: row.state,
    ...(from_state !== null && { fromState: from_state }),
    at: row.at,
    ...(settled_at !== null && { settledAt: settled_at }),
  }
}

export function mergeStore(tx: Tx, small: Small = NONE): MergeStore {
  const db = open(tx)
  const ideas = () => db.selectFrom('idea').selectAll()

  /** `id` and whatever was merged into it, directly or through another. */
  async function under(id: string): Promise<readonly string[]> {
    const { root } = await db.selectFrom('idea').select('root').where('id', '=', id).executeTakeFirstOrThrow()
    const group = await db
      .selectFrom('idea')
      .select(['id', 'merged_into'])
      .where('root', '=', root ?? id)
      .execute()
    const found = [id]
    for (const each of found) found.push(...group.filter(row => row.merged_into === each).map(row => row.id))
    return found
  }

  return {
    async groups(ids) {
      const rows = await ideas().where('id', 'in', ids).execute()
      const roots = rows.map(row => row.root ?? row.id)
      if (roots.length === 0) return []
      const all = await db
        .selectFrom('idea')
        .select('id')
        .where(({ or, eb }) => or([eb('id', 'in', roots), eb('root', 'in', roots)]))
        .orderBy('id')
        .execute()
      return all.map(row => row.id)
    },
    async lockAll(ids) {
      if (ids.length === 0) return []
      const rows = await lockRow(tx, ideas().where('id', 'in', ids).orderBy('id')).execute()
      return rows.map(row => ideaOf(row, small))
    },
    async addMerge({ id, from, into, by, state, at }) {
      const row = { id, from_id: from, into_id: into, person_id: by, state, at }
      await db
        .insertInto('idea_merge')
        .values({ ...row, from_state: null, settled_at: null })
        .execute()
    },
    async setMerge(id, { state, fromState, settledAt }) {
      await db
        .updateTable('idea_merge')
        .set({ state, settled_at: settledAt, ...(fromState !== undefined && { from_state: fromState }) })
        .where('id', '=', id)
        .execute()
    },
    async findMerge(id) {
      const row = await db.selectFrom('idea_merge').selectAll().where('id', '=', id).executeTakeFirst()
      return row && mergeOf(row)
    },
    async mergesOf(from) {
      const rows = await db
        .selectFrom('idea_merge')
        .selectAll()
        .where('from_id', '=', from)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .execute()
      return rows.map(mergeOf)
    },
    async mergesAsked(author, limit, after) {
      let query = db
        .selectFrom('idea_merge')
        .selectAll()
        .where('state', '=', 'asked')
        .where('person_id', '!=', author)
        .where(({ or, eb, selectFrom }) => {
          const own = selectFrom('idea').select('id').where('author', '=', author)
          return or([eb('from_id', 'in', own), eb('into_id', 'in', own)])
        })
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
      if (after)
        query = query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('at', 'id'), '<', tuple(after.at, after.id)),
        )
      return (await query.execute()).map(mergeOf)
    },
    async join(from, into) {
      await db
        .updateTable('idea')
        .set({ state: 'merged', merged_into: into, root: into })
        .where('id', '=', from)
        .execute()
      await db.updateTable('idea').set({ root: into }).where('root', '=', from).execute()
      await db.updateTable('idea_support').set({ counts_for: into }).where('counts_for', '=', from).execute()
    },
    async part(from, state) {
      const all = await under(from)
      await db.updateTable('idea').set({ root: from }).where('id', 'in', all).execute()
      await db
        .updateTable('idea')
        .set({ state, merged_into: null, root: null })
        .where('id', '=', from)
        .execute()
      await db.updateTable('idea_support').set({ counts_for: from }).where('idea_id', 'in', all).execute()
    },
    async movedSupporters(from, { until, limit, after }) {
      const rows = await db
        .selectFrom('idea_support')
        .select('person_id')
        .distinct()
        .where('idea_id', 'in', await under(from))
        .where('at', '<=', until)
        .whereRef('person_id', '<>', 'idea_id')
        .where('person_id', '>', after)
        .orderBy('person_id')
        .limit(limit)
        .execute()
      return rows.map(row => row.person_id)
    },
  }
}
