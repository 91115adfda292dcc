import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { TesterStore } from './usecases.ts'

export function testerStore(tx: Tx): TesterStore {
  const db = open(tx)
  const testersOf = (trial: string) => db.selectFrom('trial_tester').where('trial_id', '=', trial)

  return {
    async join(trial, person, at) {
      const row = await db
        .insertInto('trial_tester')
        .values({ trial_id: trial, person_id: person, joined_at: at })
        .onConflict(on => on.columns(['trial_id', 'person_id']).doNothing())
        .returning('person_id')
        .executeTakeFirst()
      return row !== undefined
    },

    async leave(trial, person) {
      await db
        .deleteFrom('trial_tester')
        .where('trial_id', '=', trial)
        .where('person_id', '=', person)
        .execute()
    },

    async count(trial) {
      const { testers } = await testersOf(trial)
        .select(({ fn }) => fn.countAll<number>().as('testers'))
        .executeTakeFirstOrThrow()
      return testers
    },

    async first(trial, limit) {
      const rows = await testersOf(trial)
        .select('person_id')
        .orderBy('joined_at')
        .orderBy('person_id')
        .limit(limit)
        .execute()
      return rows.map(row => row.person_id)
    },

    async page(trial, limit, after) {
      const rows = await testersOf(trial)
        .select('person_id')
        .where('person_id', '>', after)
        .orderBy('person_id')
        .limit(limit)
        .execute()
      return rows.map(row => row.person_id)
    },

    async tryingAmong(trial, people) {
      const rows = await testersOf(trial).select('person_id').where('person_id', 'in', people).execute()
      return new Set(rows.map(row => row.person_id))
    },

    async triedAmong(person, trials) {
      if (trials.length === 0) return new Set()
      const rows = await db
        .selectFrom('trial_tester')
        .select('trial_id')
        .where('person_id', '=', person)
        .where('trial_id', 'in', trials)
        .execute()
      return new Set(rows.map(row => row.trial_id))
    },
  }
}
