import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { DecisionStore } from './decision-usecases.ts'

export function decisionStore(tx: Tx): DecisionStore {
  return {
    async setDecision(id, { step, by, as, at, turn, reason = null }) {
      const decided = {
        decision: step,
        decided_by: by,
        decided_as: as,
        decided_at: at,
        decisions: turn,
        reason,
      }
      await open(tx)
        .updateTable('idea')
        .set({ state: step, ...decided })
        .where('id', '=', id)
        .execute()
    },
  }
}
