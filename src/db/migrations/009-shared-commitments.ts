import type { Migration } from 'kysely/migration'

/** What is shared is counted from these indices alone, however many commitments are kept to oneself. */
export const sharedCommitments: Migration = {
  async up(db) {
    await db.schema.dropIndex('commitment_direction').execute()
    await db.schema
      .createIndex('commitment_near')
      .on('commitment')
      .columns(['direction', 'visibility', 'axis', 'person_id', 'state'])
      .execute()
    await db.schema
      .createIndex('commitment_shared')
      .on('commitment')
      .columns(['visibility', 'axis', 'person_id', 'state'])
      .execute()
  },
}
