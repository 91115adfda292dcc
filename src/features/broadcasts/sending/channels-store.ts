import { lockRow, open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { ChannelPostStore } from './channels-usecases.ts'

export function channelPostStore(tx: Tx): ChannelPostStore {
  const db = open(tx)
  const rowsOf = (broadcast: string) =>
    db.selectFrom('broadcast_channel').selectAll().where('broadcast_id', '=', broadcast)
  return {
    async add(broadcast, channels) {
      const fresh = { broadcast_id: broadcast, state: 'waiting', round: 1 } as const
      const rows = channels.map(channel => ({ ...fresh, channel_id: channel }))
      await db
        .insertInto('broadcast_channel')
        .values(rows)
        .onConflict(known => known.doNothing())
        .execute()
    },

    async all(broadcast) {
      const rows = await rowsOf(broadcast).orderBy('channel_id').execute()
      return rows.map(({ channel_id, state, round }) => ({ channel: channel_id, state, round }))
    },

    async lock(broadcast, channel) {
      const row = await lockRow(tx, rowsOf(broadcast).where('channel_id', '=', channel)).executeTakeFirst()
      return row && { channel, state: row.state, round: row.round }
    },

    async change(broadcast, { channel, state, round }) {
      const update = db.updateTable('broadcast_channel').set({ state, round })
      await update.where('broadcast_id', '=', broadcast).where('channel_id', '=', channel).execute()
    },
  }
}
