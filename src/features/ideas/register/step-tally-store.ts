import { sql } from 'kysely'
import { intervalOf, open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { IdeaStepCount } from './tally.ts'
import { SHOWN } from './tally-store.ts'

/** What is kept can be taken back until those who touched its subject are told. */
const KEPT = sql<
  0 | 1
>`case when next_step.state = 'kept' and next_step.told_at is not null then 1 else 0 end`

/** Counts of the steps that follow of ideas and of workshops' summaries, and of what was asked and summed up. */
export function stepTallyStore(tx: Tx) {
  const db = open(tx)
  const promised = (kind: 'idea' | 'summary', months: readonly number[]) =>
    db
      .selectFrom('next_step')
      .select(({ fn }) => [
        'next_step.direction',
        KEPT.as('kept'),
        intervalOf('next_step.created_at', months).as('month'),
        fn.countAll<number>().as('steps'),
      ])
      .where('next_step.subject_kind', '=', kind)
      .where('next_step.state', 'in', ['promised', 'kept'])

  const countOf = ({ axis, direction, kept, month, steps }: StepRow): IdeaStepCount => ({
    axis: axis ?? '',
    direction: direction ?? '',
    kept: kept === 1,
    month,
    steps: Number(steps),
  })

  return {
    /** As they stand on cards: on ideas that are retained. `months`: when each begins, ascending. */
    async steps(months: readonly number[]): Promise<readonly IdeaStepCount[]> {
      const onIdeas = await promised('idea', months)
        .innerJoin('idea', 'idea.id', 'next_step.subject_id')
        .select('idea.axis')
        .where(SHOWN)
        .where('idea.state', 'in', ['retained', 'initiative'])
        .groupBy(['idea.axis', 'next_step.direction', 'kept', 'month'])
        .execute()
      const onSummaries = await promised('summary', months)
        .innerJoin('workshop', 'workshop.id', 'next_step.subject_id')
        .select('workshop.axis')
        .where('workshop.state', '=', 'announced')
        .groupBy(['workshop.axis', 'next_step.direction', 'kept', 'month'])
        .execute()
      return [...onIdeas, ...onSummaries].map(countOf)
    },

    async boxes(): Promise<number> {
      const { count } = await db
        .selectFrom('idea_box')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return Number(count)
    },

    async summaries(): Promise<readonly { readonly axis: string; readonly count: number }[]> {
      const rows = await db
        .selectFrom('workshop_summary')
        .innerJoin('workshop', 'workshop.id', 'workshop_summary.workshop_id')
        .select(({ fn }) => ['workshop.axis', fn.countAll<number>().as('count')])
        .where('workshop.state', '=', 'announced')
        .groupBy('workshop.axis')
        .execute()
      return rows.map(({ axis, count }) => ({ axis, count: Number(count) }))
    },
  }
}

type StepRow = {
  readonly axis: string | null
  readonly direction: string | null
  readonly kept: number
  readonly month: number
  readonly steps: number
}
