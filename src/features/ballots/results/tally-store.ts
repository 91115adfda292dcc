import { sql } from 'kysely'
import { intervalOf, open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { BallotTally } from './tally.ts'

/** Counts of ballots, and of the steps that follow of them. `months`: when each begins, ascending. */
export async function tallyBallots(tx: Tx, now: number, months: readonly number[]): Promise<BallotTally> {
  const db = open(tx)
  const begun = db
    .selectFrom('ballot')
    .innerJoin('ballot_option', 'ballot_option.ballot_id', 'ballot.id')
    .select([
      'ballot.id',
      sql<string>`case when count(ballot_option.axis) = count(*) and min(ballot_option.axis) = max(ballot_option.axis)
        then min(ballot_option.axis) else '' end`.as('axis'),
    ])
    .whereRef('ballot.opens_at', '<=', 'ballot.closes_at')
    // One opened at creation is open whatever the clock of this instance says.
    .where(({ eb, or, ref }) => or([eb('opens_at', '<=', now), eb('opens_at', '<=', ref('created_at'))]))
    .groupBy('ballot.id')
  const ballots = await db
    .selectFrom(begun.as('begun'))
    .select(({ fn }) => ['begun.axis', fn.countAll<number>().as('count')])
    .groupBy('begun.axis')
    .execute()
  const steps = await db
    .selectFrom('next_step')
    .innerJoin(begun.as('begun'), 'begun.id', 'next_step.subject_id')
    .select(({ fn }) => [
      'begun.axis',
      'next_step.direction',
      sql<0 | 1>`case when next_step.state = 'kept' and next_step.told_at is not null then 1 else 0 end`.as(
        'kept',
      ),
      intervalOf('next_step.created_at', months).as('month'),
      fn.countAll<number>().as('steps'),
    ])
    .where('next_step.subject_kind', '=', 'ballot')
    .where('next_step.state', 'in', ['promised', 'kept'])
    .groupBy(['begun.axis', 'next_step.direction', 'kept', 'month'])
    .execute()
  return {
    ballots: ballots.map(({ axis, count }) => ({ axis, count: Number(count) })),
    steps: steps.map(({ axis, direction, kept, month, steps: count }) => ({
      axis,
      direction: direction ?? '',
      kept: kept === 1,
      month,
      steps: Number(count),
    })),
  }
}
