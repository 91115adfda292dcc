import type { Migration } from 'kysely/migration'

export const pastMessages: Migration = {
  async up(db) {
    await db.schema
      .createIndex('message_past')
      .on('message')
      .columns(['person_id', 'state', 'sent_at', 'id'])
      .execute()
  },
}
