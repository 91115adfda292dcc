import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { channelOf, inOrder, unarchived, writable } from './row-store.ts'
import type { ChannelStore } from './usecases.ts'

export function channelStore(tx: Tx): ChannelStore {
  const db = open(tx)
  return {
    async isShut(id) {
      const there = db.selectFrom('channel').select('id').where('id', '=', id)
      if (!(await there.executeTakeFirst())) return false
      return (await writable(db).where('channel.id', '=', id).executeTakeFirst()) === undefined
    },

    async list(limit) {
      const rows = await inOrder(unarchived(db)).limit(limit).execute()
      return rows.map(channelOf)
    },

    async find(id) {
      const row = await unarchived(db).where('channel.id', '=', id).executeTakeFirst()
      return row && channelOf(row)
    },
  }
}
