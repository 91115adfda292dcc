import { sql } from 'kysely'
import { open } from '../../../db/index.ts'
import type { OpenCount } from '../../../kernel/storage/open-count.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'

const undecided = (tx: Tx) =>
  open(tx)
    .selectFrom('trial')
    .innerJoin('idea', 'idea.id', 'trial.idea_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('trial.decided_at', 'is', null)
    .where('idea.state', '=', sql.lit<'initiative'>('initiative'))
    .where('idea.hidden_at', 'is', null)

/** Trials that nobody decided, planned ones too. */
export const undecidedTrials: OpenCount = {
  kind: 'trials',
  async count(tx) {
    const { count } = await undecided(tx).executeTakeFirstOrThrow()
    return Number(count)
  },
}

/** Those of them whose last day has come. */
export const dueTrials: OpenCount = {
  kind: 'trials-due',
  among: 'trials',
  async count(tx, { today }) {
    const { count } = await undecided(tx).where('trial.until_day', '<=', today).executeTakeFirstOrThrow()
    return Number(count)
  },
}
