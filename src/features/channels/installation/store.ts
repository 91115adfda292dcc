import { lockRow, open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { announcedStore } from '../announcements/outcome-store.ts'
import { announcingStore } from '../announcements/store.ts'
import type { Channel } from '../channel/domain.ts'
import { channelOf, inOrder, known, standing, writable } from '../channel/row-store.ts'
import type { ChannelStore, Told } from './usecases.ts'

/** When a column was told, unless what it holds was asked for. */
function told<Name extends string>(column: Name, { at, asked }: Told): Partial<Record<Name, number>> {
  return asked ? {} : ({ [column]: at } as Record<Name, number>)
}

export function channelStore(tx: Tx): ChannelStore {
  const db = open(tx)

  async function findKnown(id: string): Promise<Channel | undefined> {
    const row = await known(db).where('channel.id', '=', id).executeTakeFirst()
    return row && channelOf(row)
  }

  return {
    ...announcedStore(tx),
    ...announcingStore(tx),

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
      const set = { name, ...told('name_at', when) }
      await db.updateTable('team').set(set).where('id', '=', id).where('name_at', '<=', when.at).execute()
    },

    async setArchived(id, archived, when) {
      const set = { archived: archived ? 1 : 0, ...told('archived_at', when) } as const
      const update = db.updateTable('team').set(set).where('id', '=', id)
      await update.where('archived_at', '<=', when.at).execute()
    },

    async setTeamDeleted(id, deleted, when) {
      const set = { deleted: deleted ? 1 : 0, ...told('deleted_at', when) } as const
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
      const set = { name, ...told('name_at', when) }
      await db.updateTable('channel').set(set).where('id', '=', id).where('name_at', '<=', when.at).execute()
    },

    async setDeleted(id, deleted, when) {
      const set = { deleted: deleted ? 1 : 0, ...told('deleted_at', when) } as const
      const update = db.updateTable('channel').set(set).where('id', '=', id)
      await update.where('deleted_at', '<=', when.at).execute()
    },

    async claimWelcome(teamId, at) {
      const update = db.updateTable('team').set({ welcomed_at: at }).where('id', '=', teamId)
      const { numUpdatedRows } = await update.where('welcomed_at', 'is', null).executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    },

    async bind(part, { id, teamId }, direction) {
      const set = { direction: direction ?? null }
      await (part === 'team'
        ? db.updateTable('team').set(set).where('id', '=', teamId).execute()
        : db.updateTable('channel').set(set).where('id', '=', id).execute())
    },

    async isShut(id) {
      const there = db.selectFrom('channel').select('id').where('id', '=', id)
      if (!(await there.executeTakeFirst())) return false
      return (await writable(db).where('channel.id', '=', id).executeTakeFirst()) === undefined
    },

    async list(limit) {
      const rows = await inOrder(standing(db)).limit(limit).execute()
      return rows.map(channelOf)
    },

    async find(id) {
      const row = await standing(db).where('channel.id', '=', id).executeTakeFirst()
      return row && channelOf(row)
    },

    findKnown,

    async lockKnown(id) {
      const row = await lockRow(tx, known(db).where('channel.id', '=', id)).executeTakeFirst()
      return row && channelOf(row)
    },

    async page(limit, after) {
      const from = after === undefined ? undefined : await findKnown(after)
      const rows = await inOrder(known(db))
        .$if(from !== undefined, query =>
          query.where(({ eb, refTuple, tuple }) =>
            from
              ? eb(
                  refTuple('team.name', 'team.id', 'channel.name', 'channel.id'),
                  '>',
                  tuple(from.teamName, from.teamId, from.name, from.id),
                )
              : eb.lit(true),
          ),
        )
        .limit(limit)
        .execute()
      return rows.map(channelOf)
    },
  }
}
