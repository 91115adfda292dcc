import { open } from '../../db/index.ts'
import { fold } from '../../kernel/text.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { LeavingStore } from './leaving-usecases.ts'

export function leavingStore(tx: Tx): LeavingStore {
  const db = open(tx)
  return {
    async touchedBy(person) {
      const wrote = db.selectFrom('idea').select('id').where('author', '=', person)
      const said = db.selectFrom('idea_comment').select('idea_id as id').where('author', '=', person)
      const gave = db.selectFrom('idea_support').where('person_id', '=', person)
      const rows = await wrote
        .union(said)
        .union(gave.select('idea_id as id'))
        .union(gave.select('counts_for as id'))
        .execute()
      // In one order for all: two who leave at once would wait for each other.
      return rows.map(({ id }) => id).sort()
    },
    async hasOthers(idea, person) {
      const others = db.selectFrom('idea_support').select('idea_id').where('counts_for', '=', idea)
      return (await others.where('person_id', '<>', person).limit(1).executeTakeFirst()) !== undefined
    },
    async hasSupported(person) {
      const found = db
        .selectFrom('idea')
        .innerJoin('idea_support', 'idea_support.counts_for', 'idea.id')
        .select('idea.id')
        .where('author', '=', person)
        .where('state', '<>', 'withdrawn')
        .where('person_id', '<>', person)
      return (await found.limit(1).executeTakeFirst()) !== undefined
    },
    async removeComments(idea, person) {
      const said = db.deleteFrom('idea_comment').where('idea_id', '=', idea)
      await said.where('author', '=', person).execute()
    },
    async uncredit(person) {
      const found = await db
        .selectFrom('registration')
        .innerJoin('idea', 'idea.workshop_id', 'registration.workshop_id')
        .innerJoin('person', 'person.id', 'registration.person_id')
        .select(['idea.id', 'credit_name', 'person.name'])
        .where('person_id', '=', person)
        .where('credit', '=', 'person')
        .execute()
      const theirs = found.filter(row => fold(row.credit_name ?? '') === fold(row.name)).map(({ id }) => id)
      if (theirs.length === 0) return
      const nobody = { credit: 'nobody', credit_name: null } as const
      await db.updateTable('idea').set(nobody).where('id', 'in', theirs).execute()
    },
  }
}
