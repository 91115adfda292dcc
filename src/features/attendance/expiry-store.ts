import { open } from '../../db/index.ts'
import type { Expiry } from '../../kernel/expiry.ts'

/** The register of presence of workshops of long ago. */
export const oldPresence: Expiry = {
  kind: 'presence',
  after: 'itself',
  async count(tx, before) {
    const { count } = await open(tx)
      .selectFrom('attendance')
      .innerJoin('workshop', 'workshop.id', 'attendance.workshop_id')
      .where('workshop.ends_at', '<', before)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(count)
  },
  async erase(tx, before, limit) {
    const db = open(tx)
    const found = await db
      .selectFrom('attendance')
      .innerJoin('workshop', 'workshop.id', 'attendance.workshop_id')
      .where('workshop.ends_at', '<', before)
      .select(['attendance.workshop_id', 'attendance.person_id'])
      .orderBy('attendance.workshop_id')
      .limit(limit)
      .execute()
    for (const [workshop, rows] of Map.groupBy(found, row => row.workshop_id)) {
      const people = rows.map(row => row.person_id)
      await db
        .deleteFrom('attendance')
        .where('workshop_id', '=', workshop)
        .where('person_id', 'in', people)
        .execute()
    }
    return found.length
  },
}
