import { open } from '../../db/index.ts'
import type { Expiry } from '../../kernel/expiry.ts'

/** Answers to workshops of long ago, with the tables drawn for them; how many seats were taken stays. */
export const oldSeats: Expiry = {
  kind: 'seats',
  after: 'itself',
  async count(tx, before) {
    const { count } = await open(tx)
      .selectFrom('registration')
      .innerJoin('workshop', 'workshop.id', 'registration.workshop_id')
      .where('workshop.ends_at', '<', before)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(count)
  },
  async erase(tx, before, limit) {
    const db = open(tx)
    const found = await db
      .selectFrom('registration')
      .innerJoin('workshop', 'workshop.id', 'registration.workshop_id')
      .where('workshop.ends_at', '<', before)
      .select(['registration.workshop_id', 'registration.person_id'])
      .orderBy('registration.workshop_id')
      .limit(limit)
      .execute()
    for (const [workshop, rows] of Map.groupBy(found, row => row.workshop_id)) {
      const people = rows.map(row => row.person_id)
      for (const table of ['table_place', 'registration'] as const)
        await db
          .deleteFrom(table)
          .where('workshop_id', '=', workshop)
          .where('person_id', 'in', people)
          .execute()
    }
    return found.length
  },
}
