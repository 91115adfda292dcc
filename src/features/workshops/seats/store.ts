import type { ExpressionBuilder } from 'kysely'
import { open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { workshopOf } from '../workshop/row-store.ts'
import { putRegistrations, registrationOf } from './row-store.ts'
import type { SeatStore } from './waiting-list-usecases.ts'

/** Answers that take up a seat: registered, or on offer. */
const HOLD = ['yes', 'offered'] as const

export function seatStore(tx: Tx): SeatStore {
  const db = open(tx)
  const answersTo = (workshop: string) => db.selectFrom('registration').where('workshop_id', '=', workshop)

  /** Whether the person of the row has a seat at `dayKey` in another workshop. */
  function sits(eb: ExpressionBuilder<Tables, 'registration'>, dayKey: string) {
    const other = eb
      .selectFrom('registration as other')
      .select('other.person_id')
      .whereRef('other.person_id', '=', 'registration.person_id')
      .whereRef('other.workshop_id', '<>', 'registration.workshop_id')
      .where('other.day_key', '=', dayKey)
    return eb.exists(other)
  }

  async function count(query: ReturnType<typeof answersTo>): Promise<number> {
    const counted = query.select(({ fn }) => fn.countAll<number>().as('count'))
    return Number((await counted.executeTakeFirstOrThrow()).count)
  }

  async function held(workshop: string) {
    const rows = await answersTo(workshop)
      .select(({ fn }) => ['direction', 'pool', fn.countAll<number>().as('count')])
      .where('answer', 'in', HOLD)
      .groupBy(['direction', 'pool'])
      .execute()
    return rows.map(({ pool, count, ...row }) => ({ ...row, pool: pool ?? 'open', count: Number(count) }))
  }

  return {
    held,

    async find(workshop, person) {
      const row = await answersTo(workshop).selectAll().where('person_id', '=', person).executeTakeFirst()
      return row && registrationOf(row)
    },

    put: registration => putRegistrations(tx, [registration]),

    async quotas(workshop) {
      const rows = await db
        .selectFrom('workshop_quota')
        .select(['direction', 'seats'])
        .where('workshop_id', '=', workshop)
        .execute()
      return new Map(rows.map(({ direction, seats }) => [direction, seats]))
    },

    async putQuotas(workshop, quotas) {
      await db.deleteFrom('workshop_quota').where('workshop_id', '=', workshop).execute()
      const rows = [...quotas].map(([direction, seats]) => ({ workshop_id: workshop, direction, seats }))
      if (rows.length > 0) await db.insertInto('workshop_quota').values(rows).execute()
    },

    async isFacilitator(workshop, person) {
      const row = await db
        .selectFrom('workshop_facilitator')
        .select('person_id')
        .where('workshop_id', '=', workshop)
        .where('person_id', '=', person)
        .executeTakeFirst()
      return row !== undefined
    },

    async nextNo(workshop) {
      const row = await db
        .updateTable('workshop')
        .set(eb => ({ queued: eb('queued', '+', 1) }))
        .where('id', '=', workshop)
        .returning('queued')
        .executeTakeFirstOrThrow()
      return row.queued
    },

    async waiting(workshop, among, dayKey, limit) {
      const waits = answersTo(workshop).selectAll().where('answer', '=', 'waiting')
      const some =
        'pool' in among
          ? waits.where('pool', '=', among.pool)
          : waits.where('direction', 'in', among.directions)
      const rows = await some
        .$if(dayKey !== null, query => query.where(eb => eb.not(sits(eb, dayKey ?? ''))))
        .orderBy('queue_no')
        .limit(limit)
        .execute()
      return rows.map(registrationOf)
    },

    async lapsed(workshop, now) {
      const rows = await answersTo(workshop)
        .selectAll()
        .where('answer', '=', 'offered')
        .where('offered_until', '<=', now)
        .orderBy('person_id')
        .execute()
      return rows.map(registrationOf)
    },

    before: (workshop, queueNo) =>
      count(
        answersTo(workshop)
          .where('answer', '=', 'waiting')
          .where('pool', 'in', ['open', 'reserved'])
          .where('queue_no', '<', queueNo),
      ),

    async hasSeatAt(person, dayKey, except) {
      const row = await db
        .selectFrom('registration')
        .select('workshop_id')
        .where('person_id', '=', person)
        .where('day_key', '=', dayKey)
        .where('workshop_id', '<>', except)
        .executeTakeFirst()
      return row !== undefined
    },

    async waitsIn(person, series) {
      const rows = await db
        .selectFrom('registration')
        .innerJoin('workshop', 'workshop.id', 'registration.workshop_id')
        .selectAll('workshop')
        .where('person_id', '=', person)
        .where('answer', '=', 'waiting')
        .where('series', '=', series)
        .orderBy('workshop.id')
        .execute()
      return rows.map(workshopOf)
    },

    async crowded(series) {
      const rows = await db
        .selectFrom('workshop')
        .select('id')
        .where('series', '=', series)
        .where('series', '<>', '')
        .where('waiting', '>', 0)
        .orderBy('id')
        .execute()
      return rows.map(({ id }) => id)
    },

    async moveSeats(workshop, dayKey, until) {
      const offers = db.updateTable('registration').where('workshop_id', '=', workshop)
      await offers
        .set({ offered_until: until })
        .where('answer', '=', 'offered')
        .where('offered_until', '>', until)
        .execute()
      const seats = () => offers.where('answer', 'in', HOLD)
      if (dayKey !== null)
        await seats()
          .set({ day_key: dayKey })
          .where(eb => eb.not(sits(eb, dayKey)))
          .execute()
      await seats()
        .set({ day_key: null })
        .where('day_key', '<>', dayKey ?? '')
        .execute()
    },

    async recount(workshop) {
      const rows = await held(workshop)
      const waiting = await count(answersTo(workshop).where('answer', '=', 'waiting'))
      const directions = new Set(rows.map(({ direction }) => direction).filter(each => each !== null))
      const seats_taken = rows.reduce((sum, { count }) => sum + count, 0)
      const counted = { seats_taken, directions: directions.size, waiting }
      const update = db.updateTable('workshop').set(counted).where('id', '=', workshop)
      const row = await update.returningAll().executeTakeFirst()
      return row && workshopOf(row)
    },
  }
}
