import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { AnonymityStore } from './usecases.ts'

export function anonymityStore(tx: Tx): AnonymityStore {
  const db = open(tx)
  return {
    async setUnnamed(id) {
      await db.updateTable('idea').set({ unnamed: 1 }).where('id', '=', id).execute()
    },
    async everMerged(id) {
      const into = db.selectFrom('idea_merge').select('into_id as id').where('from_id', '=', id)
      const from = db.selectFrom('idea_merge').select('from_id as id').where('into_id', '=', id)
      return (await into.union(from).execute()).map(row => row.id)
    },
  }
}
