import { sql } from 'kysely'
import { intervalOf, open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import type { TrialTally } from './tally.ts'

/** Counts of the trials that have begun by `now`; `months`: when each begins (ms), in the zone. */
export async function tallyTrials(
  tx: Tx,
  now: number,
  months: readonly number[],
  zone: string,
): Promise<TrialTally> {
  const days = months.map(start => dateIn(start, zone))
  const rows = await open(tx)
    .selectFrom('trial')
    .innerJoin('idea', 'idea.id', 'trial.idea_id')
    .select(({ fn }) => [
      'idea.axis',
      'trial.decision',
      intervalOf('trial.from_day', days).as('month'),
      fn.countAll<number>().as('count'),
    ])
    .where('idea.state', '=', sql.lit<'initiative'>('initiative'))
    .where('idea.hidden_at', 'is', null)
    .where('trial.from_day', '<=', dateIn(now, zone))
    .groupBy(['idea.axis', 'trial.decision', 'month'])
    .execute()
  return rows.map(({ axis, decision, month, count }) => ({
    axis: axis ?? '',
    decision: decision ?? '',
    month,
    count: Number(count),
  }))
}
