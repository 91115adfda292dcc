import type { Selectable } from 'kysely'
import { open } from '../../../db/index.ts'
import type { Tables } from '../../../db/tables/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { IdeaBox } from './domain.ts'
import type { BoxStore } from './usecases.ts'

function boxOf(row: Selectable<Tables['idea_box']>): IdeaBox {
  const { id, question, organiser, created_at, kind } = row
  return { id, question, organiser, kind, at: created_at }
}

export function boxStore(tx: Tx): BoxStore {
  const db = open(tx)
  return {
    async addBox({ id, question, organiser, kind, at }) {
      const row = { id, question, organiser, kind, created_at: at }
      await db.insertInto('idea_box').values(row).execute()
    },
    async findBox(id) {
      const row = await db.selectFrom('idea_box').selectAll().where('id', '=', id).executeTakeFirst()
      return row && boxOf(row)
    },
  }
}
