import { open } from '../../db/index.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { ChannelStore } from './usecases.ts'

export function channelStore(tx: Tx): ChannelStore {
  const db = open(tx)
  const standing = () =>
    db
      .selectFrom('channel')
      .innerJoin('team', 'team.id', 'channel.team_id')
      .select(['channel.id', 'team.id as teamId', 'team.name as teamName', 'channel.name', 'channel.address'])
      .where('channel.removed_at', 'is', null)
      .where('team.removed_at', 'is', null)
  return {
    async putTeam({ id, name }) {
      await db
        .insertInto('team')
        .values({ id, name, welcomed_at: null, removed_at: null })
        // A message from the team may come without its name: what is known stays.
        .onConflict(on => on.column('id').doUpdateSet({ removed_at: null, ...(name !== '' && { name }) }))
        .execute()
    },
    async isRemoved(teamId) {
      const query = db.selectFrom('team').select('removed_at').where('id', '=', teamId)
      return typeof (await query.executeTakeFirst())?.removed_at === 'number'
    },
    async putChannel({ id, teamId, name, address }) {
      await db
        .insertInto('channel')
        .values({ id, team_id: teamId, name, address, removed_at: null })
        .onConflict(on =>
          on.column('id').doUpdateSet({ address, removed_at: null, ...(name !== '' && { name }) }),
        )
        .execute()
    },
    async removeTeam(id, at) {
      await db.updateTable('team').set({ removed_at: at }).where('id', '=', id).execute()
    },
    async removeChannel(id, at) {
      await db.updateTable('channel').set({ removed_at: at }).where('id', '=', id).execute()
    },
    async claimWelcome(teamId, at) {
      const update = db.updateTable('team').set({ welcomed_at: at }).where('id', '=', teamId)
      const { numUpdatedRows } = await update.where('welcomed_at', 'is', null).executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    },
    list: limit => standing().orderBy('team.name').orderBy('channel.name').limit(limit).execute(),
    find: id => standing().where('channel.id', '=', id).executeTakeFirst(),
  }
}
