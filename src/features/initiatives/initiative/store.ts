import { open } from '../../../db/index.ts'
import type { Tables } from '../../../db/tables/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { InitiativeStore } from './context-usecases.ts'
import type { Initiative, InitiativeResource, InitiativeSheetText } from './domain.ts'

type Row = Tables['initiative']

function initiativeOf(row: Row): Initiative {
  return {
    id: row.idea_id,
    ...(row.owner !== null && { owner: row.owner }),
    title: row.title,
    problem: row.problem,
    story: row.story,
    inspiring: row.inspiring,
    outcome: row.outcome,
    phase: row.phase,
    resources: JSON.parse(row.resources) as readonly InitiativeResource[],
    members: row.members,
    ...(row.trial !== null && { trial: row.trial }),
    at: row.created_at,
  }
}

function sheetRow({ title, problem, story, inspiring, outcome, phase, resources }: InitiativeSheetText) {
  return { title, problem, story, inspiring, outcome, phase, resources: JSON.stringify(resources) }
}

export function initiativeStore(tx: Tx): InitiativeStore {
  const db = open(tx)

  return {
    async add(initiative) {
      const { id, owner = null, members, at } = initiative
      await db
        .insertInto('initiative')
        .values({
          ...sheetRow(initiative),
          idea_id: id,
          owner,
          members,
          told_until: at,
          created_at: at,
          trial: null,
        })
        .execute()
    },

    async find(id) {
      const row = await db.selectFrom('initiative').selectAll().where('idea_id', '=', id).executeTakeFirst()
      return row && initiativeOf(row)
    },

    async setSheet(id, sheet) {
      await db.updateTable('initiative').set(sheetRow(sheet)).where('idea_id', '=', id).execute()
    },

    async setTrial(id, trial) {
      await db
        .updateTable('initiative')
        .set({ trial: trial ?? null })
        .where('idea_id', '=', id)
        .execute()
    },

    async setOwner(id, owner) {
      await db
        .updateTable('initiative')
        .set({ owner: owner ?? null })
        .where('idea_id', '=', id)
        .execute()
    },

    async putWords(id, words) {
      await db.deleteFrom('initiative_word').where('idea_id', '=', id).execute()
      const rows = words.map(word => ({ idea_id: id, word }))
      if (rows.length > 0) await db.insertInto('initiative_word').values(rows).execute()
    },

    async byIds(ids) {
      if (ids.length === 0) return []
      const rows = await db.selectFrom('initiative').selectAll().where('idea_id', 'in', ids).execute()
      return rows.map(initiativeOf)
    },
  }
}
