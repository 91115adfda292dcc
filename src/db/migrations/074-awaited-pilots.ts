import type { Migration } from 'kysely/migration'

/**
 * The role that the people file gives to somebody who has not come yet, by an index: who is awaited as a pilot is asked
 * each time the home page opens, among thousands. `listed` is written with its role first.
 */
export const awaitedPilots: Migration = {
  async up(db) {
    await db.schema.alterTable('expected_person').addColumn('role', 'text').execute()
    const pilots = db.updateTable('expected_person').where('listed', 'like', '{"role":"pilot"%')
    await pilots.set({ role: 'pilot' }).execute()
    await db.schema
      .createIndex('expected_person_role')
      .on('expected_person')
      .columns(['role', 'email'])
      .execute()
  },
}
