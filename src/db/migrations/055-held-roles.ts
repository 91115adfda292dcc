import type { Migration } from 'kysely/migration'

/** Those who hold a role, by name: organisers look through them a page at a time. */
export const heldRoles: Migration = {
  async up(db) {
    await db.schema
      .createIndex('person_held_role')
      .on('person')
      .columns(['role', 'deputy', 'name', 'id'])
      .execute()
    // The new one begins like it.
    await db.schema.dropIndex('person_role').execute()
  },
}
