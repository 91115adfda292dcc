import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Who asked to be told when registration opens, until they are; and what opens on a day. */
export const openings: Migration = {
  async up(db) {
    await db.schema
      .createTable('opening_request')
      .addColumn('thing', 'text', column => column.notNull())
      .addColumn('thing_id', 'text', column => column.notNull())
      .addColumn('person_id', 'text', column => column.notNull())
      .addColumn('asked_at', 'bigint', column => column.notNull())
      .addPrimaryKeyConstraint('opening_request_key', ['thing_id', 'person_id'])
      .execute()
    await db.schema
      .createIndex('opening_request_order')
      .on('opening_request')
      .columns(['thing_id', 'asked_at', 'person_id'])
      .execute()
    await db.schema.createIndex('opening_request_person').on('opening_request').column('person_id').execute()
    await db.schema.createIndex('opening_request_age').on('opening_request').column('asked_at').execute()
    await db.schema
      .createIndex('workshop_opens')
      .on('workshop')
      .column('opens_at')
      .where(sql.ref('opens_at'), 'is not', sql.lit(null))
      .execute()
  },
}
