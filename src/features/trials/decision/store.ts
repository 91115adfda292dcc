import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { DecisionStore } from './rows.ts'

export function decisionStore(tx: Tx): DecisionStore {
  const db = open(tx)
  return {
    async decide(id, { kind, why, learnt, directions, by, on, at }) {
      await db
        .updateTable('trial')
        .set({
          decision: kind,
          why,
          learnt,
          decided_directions: JSON.stringify(directions),
          decided_by: by ?? null,
          decided_on: on,
          decided_at: at,
        })
        .where('id', '=', id)
        .execute()
    },

    async touching({ trial, initiative }, limit, after) {
      const members = db
        .selectFrom('initiative_member')
        .select('person_id')
        .where('idea_id', '=', initiative)
        .where('person_id', '>', after)
      const rows = await db
        .selectFrom('trial_tester')
        .select('person_id')
        .where('trial_id', '=', trial)
        .where('person_id', '>', after)
        .union(members)
        .orderBy('person_id')
        .limit(limit)
        .execute()
      return rows.map(row => row.person_id)
    },

    async hasTried(trial, person) {
      const row = await db
        .selectFrom('trial_tester')
        .select('person_id')
        .where('trial_id', '=', trial)
        .where('person_id', '=', person)
        .executeTakeFirst()
      return row !== undefined
    },

    async decidedOf(initiative, limit) {
      const rows = await db
        .selectFrom('trial')
        .select('id')
        .where('idea_id', '=', initiative)
        .where('decided_at', 'is not', null)
        .orderBy('number', 'desc')
        .limit(limit)
        .execute()
      return rows.map(({ id }) => id)
    },

    async isDecidedOn(initiative, day) {
      const row = await db
        .selectFrom('trial')
        .select('id')
        .where('idea_id', '=', initiative)
        .where('decided_on', '=', day)
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },

    async postedSince(since, limit) {
      const rows = await db
        .selectFrom('trial')
        .innerJoin('announced', 'announced.id', 'trial.id')
        .select('trial.id')
        .distinct()
        .where('announced.thing', '=', 'trial')
        .where('trial.decided_at', '>=', since)
        .orderBy('trial.id')
        .limit(limit)
        .execute()
      return rows.map(({ id }) => id)
    },

    async initiativeOf(id) {
      const row = await db
        .selectFrom('trial')
        .innerJoin('initiative', 'initiative.idea_id', 'trial.idea_id')
        .select(['trial.idea_id', 'trial.decided_at', 'initiative.title', 'initiative.owner'])
        .where('trial.id', '=', id)
        .executeTakeFirst()
      if (!row) return undefined
      const { idea_id: initiative, title, owner, decided_at } = row
      return { initiative, title, ...(owner !== null && { owner }), isDecided: decided_at !== null }
    },
  }
}
