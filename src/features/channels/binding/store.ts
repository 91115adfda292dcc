import { lockRow, open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Channel } from '../channel/domain.ts'
import { channelOf, inOrder, known } from '../channel/row-store.ts'
import type { BindingStore } from './usecases.ts'

export function bindingStore(tx: Tx): BindingStore {
  const db = open(tx)

  async function findKnown(id: string): Promise<Channel | undefined> {
    const row = await known(db).where('channel.id', '=', id).executeTakeFirst()
    return row && channelOf(row)
  }

  return {
    async bind(part, { id, teamId }, direction) {
      const set = { direction: direction ?? null }
      await (part === 'team'
        ? db.updateTable('team').set(set).where('id', '=', teamId).execute()
        : db.updateTable('channel').set(set).where('id', '=', id).execute())
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
