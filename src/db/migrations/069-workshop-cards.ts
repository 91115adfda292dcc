import type { Migration } from 'kysely/migration'

/**
 * What a workshop's card in its channel says of its seats, and since when: so far it followed each answer. And where and
 * when a workshop was before it last moved.
 */
export const workshopCards: Migration = {
  async up(db) {
    const add = (name: string, type: 'integer' | 'bigint' | 'text') =>
      db.schema.alterTable('workshop').addColumn(name, type)
    await db.schema
      .alterTable('workshop')
      .addColumn('card_full', 'integer', column => column.notNull().defaultTo(0))
      .execute()
    await add('card_full_at', 'bigint').execute()
    for (const name of ['was_starts_at', 'was_ends_at']) await add(name, 'bigint').execute()
    for (const name of ['was_place', 'was_link']) await add(name, 'text').execute()
    await db.updateTable('workshop').set({ card_full: 1 }).whereRef('seats_taken', '>=', 'capacity').execute()
  },
}
