import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const workshopChanges: Migration = {
  async up(db) {
    const workshop = () => db.schema.alterTable('workshop')
    await workshop()
      .addColumn('revision', 'integer', column => column.notNull().defaultTo(0))
      .execute()
    await workshop()
      .addColumn('moved', 'text', column => column.notNull().defaultTo('nothing'))
      .execute()
    await workshop()
      .addColumn('changed_at', 'bigint', column => column.notNull().defaultTo(0))
      .execute()
    await sql`update workshop set changed_at = created_at`.execute(db)
    await db.schema
      .createIndex('registration_direction')
      .on('registration')
      .columns(['direction', 'workshop_id'])
      .execute()
  },
}
