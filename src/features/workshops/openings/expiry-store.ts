import { open } from '../../../db/index.ts'
import type { Expiry } from '../../../kernel/personal-data/expiry.ts'

/** Requests about what never opened: they go like registrations, by the day they were made. */
export const oldOpeningRequests = {
  async count(tx, before) {
    const counted = open(tx).selectFrom('opening_request').where('asked_at', '<', before)
    const { count } = await counted
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(count)
  },

  async erase(tx, before, limit) {
    const rows = await open(tx)
      .selectFrom('opening_request')
      .select(['thing_id', 'person_id'])
      .where('asked_at', '<', before)
      .orderBy('asked_at')
      .limit(limit)
      .execute()
    for (const [thing, old] of Map.groupBy(rows, row => row.thing_id))
      await open(tx)
        .deleteFrom('opening_request')
        .where('thing_id', '=', thing)
        .where(
          'person_id',
          'in',
          old.map(row => row.person_id),
        )
        .execute()
    return rows.length
  },
} satisfies Pick<Expiry, 'count' | 'erase'>
