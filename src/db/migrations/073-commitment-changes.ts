import type { Migration } from 'kysely/migration'

/**
 * What an ending took the place of, so that it can be taken back; when words that others could read were changed; and how
 * much of it the thread of its idea was told.
 */
export const commitmentChanges: Migration = {
  async up(db) {
    const commitment = () => db.schema.alterTable('commitment')
    await commitment().addColumn('former_state', 'text').execute()
    await commitment().addColumn('former_ended_at', 'bigint').execute()
    await commitment().addColumn('reworded_at', 'bigint').execute()
    await commitment().addColumn('idea_told', 'text').execute()
    const told = db.updateTable('commitment').where('idea_id', 'is not', null)
    await told
      .where('visibility', '=', 'everyone')
      .where('state', '=', 'taken')
      .set({ idea_told: 'committed' })
      .execute()
    await told
      .where('visibility', '=', 'everyone')
      .where('state', '<>', 'taken')
      .set({ idea_told: 'kept' })
      .execute()
  },
}
