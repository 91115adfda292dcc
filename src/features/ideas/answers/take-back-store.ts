import { type Selectable, sql } from 'kysely'
import { open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Pending } from '../idea/pending.ts'
import type { PendingStore } from './take-back-usecases.ts'

function pendingOf(row: Selectable<Tables['idea_decision']>): Pending {
  const { idea_id: idea, step, text, person_id: by, role: as, at, due_at: dueAt } = row
  return { idea, step, text, by, as, at, dueAt }
}

/** Of a row of `idea`: a decision or an answer is pending that ends its waiting. */
export const isPending = sql<boolean>`exists (select 1 from idea_decision
  where idea_decision.idea_id = idea.id and idea_decision.step <> 'studied')`

/** Of a row of `idea` in state `received`: `studied` is pending. */
export const isStudyPending = sql<boolean>`exists (select 1 from idea_decision
  where idea_decision.idea_id = idea.id and idea_decision.step = 'studied')`

export function pendingStore(tx: Tx): PendingStore {
  const db = open(tx)
  return {
    async pendingOn(ideas) {
      if (ideas.length === 0) return []
      const found = db.selectFrom('idea_decision').selectAll().where('idea_id', 'in', ideas)
      return (await found.orderBy('idea_id').orderBy('at').execute()).map(pendingOf)
    },
    async addPending({ idea, step, text, by, as, at, dueAt }) {
      const row = { idea_id: idea, step, text, person_id: by, role: as, at, due_at: dueAt }
      await db.insertInto('idea_decision').values(row).execute()
    },
    async removePending(rows) {
      for (const { idea, at } of rows)
        await db.deleteFrom('idea_decision').where('idea_id', '=', idea).where('at', '=', at).execute()
    },
    async allPending(limit) {
      const rows = await db.selectFrom('idea_decision').selectAll().orderBy('idea_id').limit(limit).execute()
      return rows.map(pendingOf)
    },
  }
}
