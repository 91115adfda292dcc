import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { TrialDescentStore } from './descent-usecases.ts'

export function trialDescentStore(tx: Tx): TrialDescentStore {
  return {
    async whys(initiatives) {
      if (initiatives.length === 0) return new Map()
      const rows = await open(tx)
        .selectFrom('trial')
        .select(['idea_id', 'why'])
        .where('idea_id', 'in', initiatives)
        .where('decision', '=', 'stop')
        .orderBy('idea_id')
        .orderBy('number')
        .execute()
      return new Map(rows.map(({ idea_id, why }) => [idea_id, why ?? '']))
    },

    async testers(initiatives) {
      if (initiatives.length === 0) return new Map()
      const rows = await open(tx)
        .selectFrom('trial')
        .innerJoin('trial_tester', 'trial_tester.trial_id', 'trial.id')
        .select(({ fn }) => ['trial.idea_id', fn.countAll<number>().as('testers')])
        .where('trial.idea_id', 'in', initiatives)
        .where('trial.decided_at', 'is', null)
        .groupBy('trial.idea_id')
        .execute()
      return new Map(rows.map(({ idea_id, testers }) => [idea_id, Number(testers)]))
    },
  }
}
