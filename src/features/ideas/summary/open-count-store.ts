import { open } from '../../../db/index.ts'
import type { OpenCount } from '../../../kernel/storage/open-count.ts'

/** Workshops that took place, of which nobody said yet what comes next. */
export const unsummarisedWorkshops: OpenCount = {
  kind: 'workshops-unsummarised',
  async count(tx, { now }) {
    const { count } = await open(tx)
      .selectFrom('workshop')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('starts_at', '<', now)
      .where('ends_at', '<=', now)
      .where('state', '=', 'announced')
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('workshop_summary')
              .select('workshop_summary.workshop_id')
              .whereRef('workshop_summary.workshop_id', '=', 'workshop.id'),
          ),
        ),
      )
      .executeTakeFirstOrThrow()
    return Number(count)
  },
}
