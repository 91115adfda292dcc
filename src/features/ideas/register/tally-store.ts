import { sql } from 'kysely'
import { intervalOf, open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import { NONE, type Small } from '../idea/row-store.ts'
import type { IdeaCount, IdeaDelay, IdeaOutcome } from './tally.ts'

/** All may read it, and it stands for those merged into it. */
export const SHOWN = sql<boolean>`idea.hidden_at is null and idea.state not in ('withdrawn', 'merged')`
/** An answer stays one while the idea is studied anew; a next step stands on a retained one alone. */
const OUTCOME = sql<IdeaOutcome>`case when idea.state in ('retained', 'initiative') then 'retained'
  when idea.state in ('answered', 'aside') or idea.answered_at is not null then 'answered' else 'waiting' end`
/** Since when it is followed. The row holds the last answer and decision, the thread the first. */
const FOLLOWED_AT = sql<number>`coalesce((select min(event.at) from event where event.thing = 'idea' and event.thing_id = idea.id
  and event.kind in ('answered', 'retained', 'aside')), idea.answered_at, idea.decided_at)`

/** Counts of ideas and of what follows of them. `months`: when each begins, ascending. */
export function ideaTallyStore(tx: Tx, small: Small = NONE) {
  const db = open(tx)
  const place = sql<
    string | null
  >`case when idea.unnamed = 1 and idea.direction in (${sql.join(['', ...small])})
    then null else idea.direction end`

  async function ideas(months: readonly number[]): Promise<readonly IdeaCount[]> {
    const rows = await db
      .selectFrom('idea')
      .select(({ fn }) => [
        'axis',
        place.as('place'),
        OUTCOME.as('outcome'),
        intervalOf('idea.created_at', months).as('month'),
        fn.countAll<number>().as('ideas'),
        fn.sum<number>('supports').as('supports'),
      ])
      .where(SHOWN)
      .groupBy(['axis', 'place', 'outcome', 'month'])
      .execute()
    return rows.map(({ axis, place, ideas, supports, ...row }) => ({
      ...row,
      axis: axis ?? '',
      direction: place ?? '',
      ideas: Number(ideas),
      supports: Number(supports),
    }))
  }

  async function delays(months: readonly number[], direction?: string): Promise<readonly IdeaDelay[]> {
    const rows = await db
      // Materialized: its expression would be computed anew for each month that it is compared with.
      .with(
        cte => cte('followed').materialized(),
        query =>
          query
            .selectFrom('idea')
            .select(['created_at', FOLLOWED_AT.as('followed_at')])
            .where(SHOWN)
            .where(sql<boolean>`${OUTCOME} <> 'waiting'`)
            .$if(direction !== undefined, some => some.where('direction', '=', direction ?? ''))
            .$if(small.has(direction ?? ''), some => some.where('unnamed', '=', 0)),
      )
      .selectFrom('followed')
      .select(({ fn }) => [
        sql<number>`(followed_at - created_at) / ${sql.lit(DAY)}`.as('days'),
        intervalOf('followed_at', months).as('month'),
        fn.countAll<number>().as('ideas'),
      ])
      .where('followed_at', 'is not', null)
      .groupBy(['days', 'month'])
      .execute()
    return rows.map(({ days, month, ideas }) => ({ days: Number(days), month, ideas: Number(ideas) }))
  }

  return { ideas, delays }
}
