import { intervalOf, open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { CommitmentTally } from './tally.ts'

/** Counts of what everyone may read. `months`: when each begins, ascending. */
export async function tallyCommitments(tx: Tx, months: readonly number[]): Promise<CommitmentTally> {
  const rows = await open(tx)
    .selectFrom('commitment')
    .select(({ fn }) => [
      'axis',
      'state',
      intervalOf('created_at', months).as('month'),
      fn.countAll<number>().as('count'),
    ])
    .where('shown_to', '=', 'everyone')
    .groupBy(['axis', 'state', 'month'])
    .execute()
  return rows.map(({ axis, state, month, count }) => ({
    axis,
    kept: state === 'kept',
    month,
    count: Number(count),
  }))
}
