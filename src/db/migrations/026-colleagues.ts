import type { Migration } from 'kysely/migration'

/** People of one Direction by name: a pilot looks among them for who takes over. */
export const colleagues: Migration = {
  async up(db) {
    await db.schema
      .createIndex('person_colleagues')
      .on('person')
      .columns(['direction', 'name', 'id'])
      .execute()
  },
}
