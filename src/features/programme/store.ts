import { open } from '../../db/index.ts'
import type { Tx } from '../../kernel/tx.ts'
import { contentSchema } from './method-schema.ts'
import type { ProgrammeStore } from './usecases.ts'

const CURRENT = 'current'

export function programmeStore(tx: Tx): ProgrammeStore {
  return {
    // One row, found by its key. It was checked when written; a restored or edited one is checked again.
    current: async () => {
      const row = await open(tx)
        .selectFrom('programme')
        .select('content')
        .where('id', '=', CURRENT)
        .executeTakeFirst()
      return row && contentSchema.parse(JSON.parse(row.content))
    },
    saveFirst: async (content, at) => {
      await open(tx)
        .insertInto('programme')
        .values({ id: CURRENT, content: JSON.stringify(content), loaded_at: at })
        .onConflict(conflict => conflict.column('id').doNothing())
        .execute()
    },
  }
}
