import type { Migration } from 'kysely/migration'

/** When a Direction's channels last had a post about a thing. */
export const pilotPosts: Migration = {
  async up(db) {
    await db.schema
      .createIndex('pilot_post_about')
      .on('pilot_post')
      .columns(['direction', 'thing', 'thing_id', 'created_at'])
      .execute()
  },
}
