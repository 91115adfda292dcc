import { open } from '../../db/index.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import type { CloseoutStore } from './usecases.ts'

const CURRENT = 'current'

export function closeoutStore(tx: Tx): CloseoutStore {
  const db = open(tx)
  return {
    async closing() {
      const row = await db
        .selectFrom('programme_closing')
        .select(['closed_at as at', 'left_open as left'])
        .where('id', '=', CURRENT)
        .executeTakeFirst()
      return row
    },

    async close({ at, left }) {
      const added = await db
        .insertInto('programme_closing')
        .values({ id: CURRENT, closed_at: at, left_open: left })
        .onConflict(conflict => conflict.column('id').doNothing())
        .returning('id')
        .executeTakeFirst()
      return added !== undefined
    },

    async reopen() {
      const { numDeletedRows } = await db
        .deleteFrom('programme_closing')
        .where('id', '=', CURRENT)
        .executeTakeFirstOrThrow()
      return numDeletedRows > 0n
    },
  }
}
