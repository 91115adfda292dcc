import { sql } from 'kysely'
import { intervalOf, open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { InitiativeTally } from './tally.ts'

/** Counts of initiatives. `small`: Directions that are not named beside an idea without a name; `months`: as of each. */
export async function tallyInitiatives(
  tx: Tx,
  small: ReadonlySet<string>,
  months: readonly number[],
): Promise<InitiativeTally> {
  const place = sql<
    string | null
  >`case when idea.unnamed = 1 and idea.direction in (${sql.join(['', ...small])})
    then null else idea.direction end`
  const rows = await open(tx)
    .selectFrom('initiative')
    .innerJoin('idea', 'idea.id', 'initiative.idea_id')
    .select(({ fn }) => [
      'idea.axis',
      place.as('place'),
      intervalOf('initiative.created_at', months).as('month'),
      fn.countAll<number>().as('count'),
    ])
    .where('idea.state', '=', sql.lit<'initiative'>('initiative'))
    .where('idea.hidden_at', 'is', null)
    .groupBy(['idea.axis', 'place', 'month'])
    .execute()
  return rows.map(({ axis, place: direction, month, count }) => ({
    axis: axis ?? '',
    direction: direction ?? '',
    month,
    count: Number(count),
  }))
}
