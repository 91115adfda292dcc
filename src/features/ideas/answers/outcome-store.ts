import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { IdeaState } from '../idea/state.ts'
import type { OutcomeStore } from './take-back-usecases.ts'

/** States in which an idea waits for an answer or a decision. */
const PENDING: readonly IdeaState[] = ['received', 'studied']

/** Nothing is owed any more: supports given from now on may oblige anew if the idea is put under study again. */
const SETTLED = { clock_on: null, clock_party: null, due_on: null, due_party: null }

export function outcomeStore(tx: Tx): OutcomeStore {
  const db = open(tx)
  return {
    async setAnswer(id, { text, by, as, at }) {
      const answer = { ...SETTLED, answer: text, answered_by: by, answered_as: as, answered_at: at }
      // A first answer moves the idea to `answered`; a decision is never overwritten by an answer.
      await db
        .updateTable('idea')
        .set({ state: 'answered' })
        .where('id', '=', id)
        .where('answered_at', 'is', null)
        .where('state', 'in', PENDING)
        .execute()
      await db.updateTable('idea').set(answer).where('id', '=', id).execute()
    },
    async setDecision(id, { step, by, as, at, turn, reason = null }) {
      const decided = {
        decision: step,
        decided_by: by,
        decided_as: as,
        decided_at: at,
        decisions: turn,
        reason,
        ...(step !== 'studied' && SETTLED),
      }
      await db
        .updateTable('idea')
        .set({ state: step, ...decided })
        .where('id', '=', id)
        .execute()
    },
  }
}
