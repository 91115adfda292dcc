import { type Expression, sql } from 'kysely'
import { isPostgres, open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { fold } from '../../../kernel/text/text.ts'
import type { IdeaErasureStore } from './usecases.ts'

/** Tables whose rows an erasure rewrites, and the index by which they are sorted. */
const KEYS = [
  ['idea', 'idea_pkey'],
  ['idea_support', 'idea_support_key'],
  ['idea_comment', 'idea_comment_pkey'],
] as const

export function leavingStore(tx: Tx): IdeaErasureStore {
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
      // Sorted, so that two concurrent erasures lock in the same order and cannot deadlock.
      return rows.map(({ id }) => id).sort()
    },
    async hasOthers(idea, person) {
      const others = db.selectFrom('idea_support').select('idea_id').where('counts_for', '=', idea)
      return (await others.where('person_id', '<>', person).limit(1).executeTakeFirst()) !== undefined
    },
    async hasChoice(person) {
      const written = db
        .selectFrom('idea')
        .select('idea.id')
        .where('author', '=', person)
        .where('state', '<>', 'withdrawn')
      const supported = written
        .innerJoin('idea_support', 'idea_support.counts_for', 'idea.id')
        .where('person_id', '<>', person)
      const found = written.where('unnamed', '=', 1).union(supported)
      return (await found.limit(1).executeTakeFirst()) !== undefined
    },
    async removeComments(idea, person) {
      const said = db.deleteFrom('idea_comment').where('idea_id', '=', idea)
      await said.where('author', '=', person).execute()
    },
    async handOver(idea, author, nobody) {
      const theirs = { author: nobody }
      await db.updateTable('idea').set(theirs).where('id', '=', idea).where('author', '=', author).execute()
      // Withdrawn comments are visible to nobody, so deleting them gives nothing away.
      const withdrawn = db.deleteFrom('idea_comment').where('idea_id', '=', idea)
      await withdrawn.where('author', '=', author).where('withdrawn_at', 'is not', null).execute()
      const said = db.updateTable('idea_comment').set(theirs).where('idea_id', '=', idea)
      await said.where('author', '=', author).execute()
      const gave = db.updateTable('idea_support').set({ person_id: idea }).where('idea_id', '=', idea)
      await gave.where('person_id', '=', author).execute()
      await db
        .updateTable('idea_merge')
        .set({ person_id: nobody })
        .where('person_id', '=', author)
        .where(({ or, eb }) => or([eb('from_id', '=', idea), eb('into_id', '=', idea)]))
        .execute()
    },
    async scheduled() {
      const rows = await db.selectFrom('idea_leaving').selectAll().orderBy('idea_id').execute()
      return rows.map(({ idea_id: idea, due_at: dueAt }) => ({ idea, dueAt }))
    },
    async putScheduled(rows) {
      await db.deleteFrom('idea_leaving').execute()
      const sorted = rows.toSorted((a, b) => (a.idea < b.idea ? -1 : 1))
      await db
        .insertInto('idea_leaving')
        .values(sorted.map(({ idea, dueAt }) => ({ idea_id: idea, due_at: dueAt })))
        // Already inserted by a concurrent erasure.
        .onConflict(same => same.column('idea_id').doNothing())
        .execute()
    },
    async removeScheduled(idea) {
      await db.deleteFrom('idea_leaving').where('idea_id', '=', idea).execute()
    },
    async writeTogether() {
      // SQLite updates in place, and its rows carry no transaction id (unlike PostgreSQL's `xmin`).
      if (!isPostgres(tx)) return
      const unnamed = db.selectFrom('idea').select('id').where('unnamed', '=', 1)
      await unnamed.orderBy('id').forUpdate().execute()
      await db.updateTable('idea').set({ unnamed: 1 }).where('unnamed', '=', 1).execute()
      const same = ({ ref }: { ref: (column: 'idea_id') => Expression<string> }) => ({
        idea_id: ref('idea_id'),
      })
      await db.updateTable('idea_support').set(same).where('idea_id', 'in', unnamed).execute()
      await db.updateTable('idea_comment').set(same).where('idea_id', 'in', unnamed).execute()
    },
    async sortRows() {
      if (!isPostgres(tx)) return
      for (const [table, key] of KEYS)
        await sql`cluster ${sql.table(table)} using ${sql.table(key)}`.execute(db)
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
