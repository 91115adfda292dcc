import type { Migration } from 'kysely/migration'

/**
 * From when a change of Direction counts, what counts until then, and when somebody changed it last; the Direction of
 * whoever is known already counts as it stands. And how often somebody renewed the address of their calendar.
 */
export const belonging: Migration = {
  async up(db) {
    const person = () => db.schema.alterTable('person')
    await person().addColumn('former_direction', 'text').execute()
    await person().addColumn('direction_since', 'bigint').execute()
    await person()
      .addColumn('direction_changes', 'text', column => column.notNull().defaultTo('[]'))
      .execute()
    await db.schema.createIndex('person_moving').on('person').column('direction_since').execute()
    await db.schema
      .createTable('calendar_link')
      .addColumn('person_id', 'text', column => column.notNull().primaryKey())
      .addColumn('turn', 'integer', column => column.notNull())
      .execute()
  },
}
