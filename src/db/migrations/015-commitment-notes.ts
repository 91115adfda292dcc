import type { Migration } from 'kysely/migration'

/** Notes of one's own, commitments taken after a colleague's, and whom each one's words and name are shown to. */
export const commitmentNotes: Migration = {
  async up(db) {
    await db.schema
      .createTable('commitment_note')
      .addColumn('id', 'text', column => column.notNull().primaryKey())
      .addColumn('commitment_id', 'text', column => column.notNull().references('commitment.id'))
      .addColumn('text', 'text', column => column.notNull())
      .addColumn('created_at', 'bigint', column => column.notNull())
      .execute()
    await db.schema
      .createIndex('commitment_note_age')
      .on('commitment_note')
      .columns(['commitment_id', 'created_at', 'id'])
      .execute()
    const alter = db.schema.alterTable('commitment')
    await alter.addColumn('notes', 'integer', column => column.notNull().defaultTo(0)).execute()
    for (const name of ['last_note_id', 'inspired_by', 'shown_to'])
      await alter.addColumn(name, 'text').execute()
    // Until now sharing promised that only a number would be shown: nobody's words come out after the fact.
    await db.updateTable('commitment').set({ visibility: 'me' }).execute()

    // Both what a Direction shares and what is kept to oneself are counted from this one alone.
    await db.schema.dropIndex('commitment_near').execute()
    const indices: Readonly<Record<string, string[]>> = {
      commitment_shown: ['shown_to', 'created_at', 'id'],
      commitment_shown_axis: ['shown_to', 'axis', 'created_at', 'id'],
      commitment_shown_direction: ['direction', 'shown_to', 'created_at', 'id'],
      commitment_within: ['visibility', 'direction', 'axis', 'person_id', 'state'],
      commitment_inspired: ['person_id', 'inspired_by'],
    }
    for (const [name, columns] of Object.entries(indices))
      await db.schema.createIndex(name).on('commitment').columns(columns).execute()
  },
}
