import { lockRow, open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { readBack, written } from '../schema/formats.ts'
import type { ProgrammeStore } from './usecases.ts'
import { versionStore } from './version-store.ts'

const CURRENT = 'current'

export function programmeStore(tx: Tx): ProgrammeStore {
  const one = () => open(tx).selectFrom('programme').select('content').where('id', '=', CURRENT)
  return {
    // Single row, read by primary key.
    current: async () => {
      const row = await one().executeTakeFirst()
      return row && readBack(row.content)
    },
    lock: async () => {
      const row = await lockRow(tx, one()).executeTakeFirst()
      return row && readBack(row.content)
    },
    recordVersions: (content, at) => versionStore(tx).note(content, { act: 'import' }, at),
    saveFirst: async (content, at) => {
      await open(tx)
        .insertInto('programme')
        .values({ id: CURRENT, content: written(content), loaded_at: at })
        .onConflict(conflict => conflict.column('id').doNothing())
        .execute()
    },
    save: async (content, at, change = { act: 'import' }) => {
      const row = { content: written(content), loaded_at: at }
      await open(tx)
        .insertInto('programme')
        .values({ id: CURRENT, ...row })
        .onConflict(conflict => conflict.column('id').doUpdateSet(row))
        .execute()
      await versionStore(tx).note(content, change, at)
    },
  }
}
