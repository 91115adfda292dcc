import type { Migration } from 'kysely/migration'

export const ballots: Migration = {
  async up(db) {
    await db.schema
      .createTable('ballot')
      .addColumn('id', 'text', column => column.notNull().primaryKey())
      .addColumn('question', 'text', column => column.notNull())
      .addColumn('channel_id', 'text', column => column.notNull())
      .addColumn('organiser', 'text', column => column.notNull())
      .addColumn('closes_at', 'bigint', column => column.notNull())
      .addColumn('votes', 'integer', column => column.notNull())
      .addColumn('created_at', 'bigint', column => column.notNull())
      .execute()
    await db.schema.createIndex('ballot_end').on('ballot').columns(['closes_at', 'id']).execute()
    await db.schema
      .createTable('ballot_option')
      .addColumn('id', 'text', column => column.notNull().primaryKey())
      .addColumn('ballot_id', 'text', column => column.notNull().references('ballot.id'))
      .addColumn('position', 'integer', column => column.notNull())
      .addColumn('title', 'text', column => column.notNull())
      .addColumn('idea_id', 'text')
      .addColumn('axis', 'text')
      .addColumn('votes', 'integer', column => column.notNull())
      .addUniqueConstraint('ballot_option_place', ['ballot_id', 'position'])
      .execute()
    await db.schema
      .createTable('vote')
      .addColumn('ballot_id', 'text', column => column.notNull().references('ballot.id'))
      .addColumn('person_id', 'text', column => column.notNull())
      .addColumn('option_id', 'text', column => column.notNull().references('ballot_option.id'))
      .addColumn('direction', 'text')
      .addColumn('voted_at', 'bigint', column => column.notNull())
      .addPrimaryKeyConstraint('vote_key', ['ballot_id', 'person_id'])
      .execute()
    await db.schema
      .createIndex('vote_option')
      .on('vote')
      .columns(['ballot_id', 'option_id', 'direction'])
      .execute()
    await db.schema.createIndex('vote_person').on('vote').column('person_id').execute()
  },
}
