import { lockRow, open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { WHOLE } from '../similarity/domain.ts'
import { LEADERS } from './likeness.ts'
import type { LikenessStore } from './likeness-usecases.ts'

export function likenessStore(tx: Tx): LikenessStore {
  const db = open(tx)
  const alike = (workshop: string, likeness: string, id: string) =>
    db
      .selectFrom('wall_idea')
      .innerJoin('idea', 'idea.id', 'wall_idea.idea_id')
      .select(['idea.id', 'idea.created_at'])
      .where('wall_idea.workshop_id', '=', workshop)
      .where('likeness', '=', likeness)
      .where('idea.id', '<>', id)
      .where('idea.state', '<>', 'withdrawn')
      .orderBy('idea.created_at')
      .orderBy('idea.id')
      .limit(1)

  return {
    async placeOf(id) {
      const query = db.selectFrom('idea').select(['workshop_id', 'created_at']).where('id', '=', id)
      const { workshop_id: workshop = null, created_at: at = 0 } = (await query.executeTakeFirst()) ?? {}
      return workshop === null ? undefined : { workshop, at }
    },
    async alikeOf(id) {
      const query = db.selectFrom('wall_idea').select(['likeness', 'leads_since']).where('idea_id', '=', id)
      const row = await query.executeTakeFirst()
      return (
        row && { ...(row.likeness !== null && { likeness: row.likeness }), leads: row.leads_since !== null }
      )
    },
    async leaderStems(workshop, id, stems) {
      const leaders = db
        .selectFrom('wall_idea')
        .select(['idea_id', 'leads_since'])
        .where('workshop_id', '=', workshop)
        .where('leads_since', 'is not', null)
        .where('idea_id', '<>', id)
        .orderBy('leads_since', 'desc')
        .orderBy('idea_id', 'desc')
        .limit(LEADERS)
      return db
        .selectFrom(leaders.as('held'))
        .innerJoin('idea_stem', 'idea_stem.idea_id', 'held.idea_id')
        .select(['held.idea_id as id', 'idea_stem.stem'])
        .where('idea_stem.stem', 'in', stems)
        .orderBy('leads_since', 'desc')
        .orderBy('held.idea_id', 'desc')
        .execute()
    },
    async stemsOf(ids) {
      if (ids.length === 0) return []
      const rows = await db.selectFrom('idea_stem').selectAll().where('idea_id', 'in', ids).execute()
      const own = rows.filter(({ stem }) => !stem.startsWith(WHOLE))
      return [...Map.groupBy(own, row => row.idea_id)].map(([id, held]) => ({
        id,
        stems: held.map(({ stem }) => stem),
      }))
    },
    async putAlike(id, workshop, { likeness = null, leads, at }) {
      const said = { likeness, leads_since: leads ? at : null }
      // On PostgreSQL the trigger gives the row its revision as the transaction ends.
      await db
        .insertInto('wall_idea')
        .values({ idea_id: id, workshop_id: workshop, revision: 0, hidden: 0, approved: 0, ...said })
        .onConflict(on => on.column('idea_id').doUpdateSet(said))
        .execute()
    },
    async isShared(workshop, likeness, id) {
      return (await alike(workshop, likeness, id).executeTakeFirst()) !== undefined
    },
    async leadNext(workshop, likeness, id) {
      // Rows of a wall are locked after the wall, as by its triggers: otherwise two would wait for each other.
      const wall = db.selectFrom('wall').select('workshop_id').where('workshop_id', '=', workshop)
      await lockRow(tx, wall).execute()
      const next = await alike(workshop, likeness, id).executeTakeFirst()
      if (!next) return
      const leads = { leads_since: next.created_at }
      await db.updateTable('wall_idea').set(leads).where('idea_id', '=', next.id).execute()
    },
  }
}
