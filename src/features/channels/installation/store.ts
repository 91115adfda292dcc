import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { InstallationStore, Reported } from './usecases.ts'

/** Sets the column to the time that Teams reported, unless it was a query of ours. */
function reportedAt<Name extends string>(
  column: Name,
  { at, asked }: Reported,
): Partial<Record<Name, number>> {
  return asked ? {} : ({ [column]: at } as Record<Name, number>)
}

export function installationStore(tx: Tx): InstallationStore {
  const db = open(tx)

  return {
    async putTeam(id) {
      const unknown = {
        name: '',
        name_at: 0,
        archived: 0,
        archived_at: 0,
        deleted: 0,
        deleted_at: 0,
      } as const
      await db
        .insertInto('team')
        .values({ id, ...unknown, direction: null, welcomed_at: null, removed_at: null })
        .onConflict(on => on.column('id').doNothing())
        .execute()
    },

    async isRemoved(teamId) {
      const query = db.selectFrom('team').select('removed_at').where('id', '=', teamId)
      return typeof (await query.executeTakeFirst())?.removed_at === 'number'
    },

    async setRemoved(id, at) {
      await db
        .updateTable('team')
        .set({ removed_at: at ?? null })
        .where('id', '=', id)
        .execute()
    },

    async bringBack(id, at) {
      const update = db.updateTable('team').set({ removed_at: null }).where('id', '=', id)
      await update.where('removed_at', '<=', at).execute()
    },

    async nameTeam(id, name, when) {
      const set = { name, ...reportedAt('name_at', when) }
      await db.updateTable('team').set(set).where('id', '=', id).where('name_at', '<=', when.at).execute()
    },

    async setArchived(id, archived, when) {
      const set = { archived: archived ? 1 : 0, ...reportedAt('archived_at', when) } as const
      const update = db.updateTable('team').set(set).where('id', '=', id)
      await update.where('archived_at', '<=', when.at).execute()
    },

    async setTeamDeleted(id, deleted, when) {
      const set = { deleted: deleted ? 1 : 0, ...reportedAt('deleted_at', when) } as const
      await db.updateTable('team').set(set).where('id', '=', id).where('deleted_at', '<=', when.at).execute()
    },

    async putChannel({ id, teamId, address }) {
      const unknown = { name: '', name_at: 0, deleted: 0, deleted_at: 0, direction: null } as const
      const access = { refused_at: null, refused_why: null, heard_at: 0 } as const
      await db
        .insertInto('channel')
        .values({ id, team_id: teamId, address, ...unknown, ...access })
        .onConflict(on => on.column('id').doUpdateSet({ address }))
        .execute()
    },

    async nameChannel(id, name, when) {
      const set = { name, ...reportedAt('name_at', when) }
      await db.updateTable('channel').set(set).where('id', '=', id).where('name_at', '<=', when.at).execute()
    },

    async setDeleted(id, deleted, when) {
      const set = { deleted: deleted ? 1 : 0, ...reportedAt('deleted_at', when) } as const
      const update = db.updateTable('channel').set(set).where('id', '=', id)
      await update.where('deleted_at', '<=', when.at).execute()
    },

    async claimWelcome(teamId, at) {
      const update = db.updateTable('team').set({ welcomed_at: at }).where('id', '=', teamId)
      const { numUpdatedRows } = await update.where('welcomed_at', 'is', null).executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    },
  }
}
