import { open } from '../../../db/index.ts'
import type { OpenCount } from '../../../kernel/storage/open-count.ts'
import { isPending } from '../answers/take-back-store.ts'
import { registerStore } from './store.ts'

/** Ideas that wait for an answer or a decision, as the register lists them. */
export const unansweredIdeas: OpenCount = {
  kind: 'ideas',
  count: tx => registerStore(tx).waitingCount(),
}

/** Those of them that supports oblige somebody to answer, whoever owes it. */
export const ideasDue: OpenCount = {
  kind: 'ideas-due',
  among: 'ideas',
  async count(tx) {
    const { count } = await open(tx)
      .selectFrom('idea')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('due_on', 'is not', null)
      .where('hidden_at', 'is', null)
      .where('state', 'in', ['received', 'studied'])
      .where(({ not }) => not(isPending))
      .executeTakeFirstOrThrow()
    return Number(count)
  },
}
