import { sql } from 'kysely'
import { open } from '../../../db/index.ts'
import { kept } from '../../../kernel/personal-data/counts.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { PresenceStore } from './presence.ts'

/** Who was there: counted while the register stands, then as it was kept. */
export function presenceStore(tx: Tx): PresenceStore {
  const db = open(tx)
  return {
    async live(workshops) {
      if (workshops.length === 0) return new Map()
      const came = await db
        .selectFrom('attendance')
        .select(({ fn }) => ['workshop_id', fn.countAll<number>().as('count')])
        .where('workshop_id', 'in', workshops)
        .groupBy('workshop_id')
        .execute()
      const seated = await db
        .selectFrom('registration')
        .select(({ fn }) => ['workshop_id', fn.countAll<number>().as('count')])
        .where('workshop_id', 'in', workshops)
        .where('answer', '=', 'yes')
        .groupBy('workshop_id')
        .execute()
      const present = new Map(came.map(row => [row.workshop_id, Number(row.count)]))
      const registered = new Map(seated.map(row => [row.workshop_id, Number(row.count)]))
      return new Map(
        workshops.map(id => [id, { present: present.get(id) ?? 0, registered: registered.get(id) ?? 0 }]),
      )
    },

    async byDirection(workshop, now) {
      const place = sql<string | null>`case when person.direction_since > ${now} then person.former_direction
        else person.direction end`
      const rows = await db
        .selectFrom('attendance')
        .innerJoin('person', 'person.id', 'attendance.person_id')
        .select(({ fn }) => [place.as('place'), fn.countAll<number>().as('count')])
        .where('attendance.workshop_id', '=', workshop)
        .groupBy('place')
        .execute()
      return new Map(rows.map(row => [row.place ?? '', Number(row.count)]))
    },

    async distinctPeople(workshops) {
      if (workshops.length === 0) return 0
      const { count } = await db
        .selectFrom('attendance')
        .select(({ fn }) => fn.count<number>('person_id').distinct().as('count'))
        .where('workshop_id', 'in', workshops)
        .executeTakeFirstOrThrow()
      return Number(count)
    },

    async kept(workshops) {
      if (workshops.length === 0) return new Map()
      const rows = await db
        .selectFrom('workshop_presence')
        .selectAll()
        .where('workshop_id', 'in', workshops)
        .execute()
      const directions = await db
        .selectFrom('workshop_presence_direction')
        .selectAll()
        .where('workshop_id', 'in', workshops)
        .execute()
      const by = Map.groupBy(directions, row => row.workshop_id)
      return new Map(
        rows.map(({ workshop_id: id, present, registered }) => [
          id,
          {
            ...(present !== null && { present }),
            registered,
            directions: (by.get(id) ?? []).map(row => ({ direction: row.direction, about: kept(row.about) })),
            final: true,
          },
        ]),
      )
    },

    async keep(workshop, presence, at) {
      const { present = null, registered, directions } = presence
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('workshop_presence')
        .values({ workshop_id: workshop, present, registered, kept_at: at })
        .onConflict(conflict => conflict.column('workshop_id').doNothing())
        .executeTakeFirstOrThrow()
      if (numInsertedOrUpdatedRows === 0n) return false
      if (directions.length > 0)
        await db
          .insertInto('workshop_presence_direction')
          .values(directions.map(({ direction, about }) => ({ workshop_id: workshop, direction, about })))
          .execute()
      return true
    },

    async keptDays(series) {
      const rows = await db
        .selectFrom('workshop')
        .innerJoin('workshop_presence', 'workshop_presence.workshop_id', 'workshop.id')
        .select('workshop.id')
        .where('workshop.series', '=', series)
        // Spelled as in the partial index's condition.
        .where('workshop.series', '<>', sql.lit(''))
        .execute()
      return rows.map(({ id }) => id)
    },

    async keepPeople(series, people) {
      await db
        .insertInto('series_presence')
        .values({ series_id: series, people })
        .onConflict(conflict => conflict.column('series_id').doUpdateSet({ people }))
        .execute()
    },

    async keptPeople(series) {
      const row = await db
        .selectFrom('series_presence')
        .select('people')
        .where('series_id', '=', series)
        .executeTakeFirst()
      return row?.people
    },
  }
}
