import { open } from '../../../db/index.ts'
import type { OpenCount } from '../../../kernel/storage/open-count.ts'
import { DAY } from '../../../kernel/time/clock.ts'

/** Workshops that were announced and are not over. */
export const comingWorkshops: OpenCount = {
  kind: 'workshops-coming',
  async count(tx, { now }) {
    const { count } = await open(tx)
      .selectFrom('workshop')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      // It ends on the day it starts: the lower bound lets the index on the start be used.
      .where('starts_at', '>', now - 2 * DAY)
      .where('ends_at', '>', now)
      .where('state', '=', 'announced')
      .executeTakeFirstOrThrow()
    return Number(count)
  },
}
