import type { Migration } from 'kysely/migration'

export const nextSteps: Migration = {
  async up(db) {
    await db.schema
      .createTable('next_step')
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('subject_kind', 'text', column => column.notNull())
      .addColumn('subject_id', 'text', column => column.notNull())
      .addColumn('text', 'text', column => column.notNull())
      .addColumn('due', 'text', column => column.notNull())
      .addColumn('first_due', 'text', column => column.notNull())
      .addColumn('direction', 'text')
      .addColumn('state', 'text', column => column.notNull())
      .addColumn('asker', 'text')
      .addColumn('holder', 'text')
      .addColumn('asked', 'text')
      .addColumn('named', 'integer', column => column.notNull())
      .addColumn('word', 'text')
      .addColumn('turn', 'integer', column => column.notNull())
      .addColumn('created_at', 'bigint', column => column.notNull())
      .addColumn('ended_at', 'bigint')
      .addColumn('late_at', 'bigint')
      .addColumn('recalled_at', 'bigint')
      .addColumn('told_at', 'bigint')
      .execute()
    const index = (name: string, columns: string[]) =>
      db.schema.createIndex(name).on('next_step').columns(columns).execute()
    await index('next_step_by_subject', ['subject_kind', 'subject_id', 'created_at', 'id'])
    await index('next_step_by_asker', ['asker', 'due', 'id'])
    await index('next_step_by_holder', ['holder', 'due', 'id'])
    await index('next_step_by_asked', ['asked', 'due', 'id'])
    await index('next_step_by_direction', ['direction', 'state', 'due', 'id'])
  },
}
