import type { ExpressionBuilder } from 'kysely'
import { lockRow, open, type Tables } from '../../db/index.ts'
import { DAY } from '../../kernel/clock.ts'
import type { Cursor } from '../../kernel/cursor.ts'
import type { Tx } from '../../kernel/tx.ts'
import { rowOf, workshopOf } from './row-store.ts'
import type { WorkshopStore } from './usecases.ts'

type Eb = ExpressionBuilder<Tables, 'workshop'>

/** Answers of one person that may wait for their Direction. */
const MANY = 500

function beyond({ eb, refTuple, tuple }: Eb, side: '<' | '>', { at, id }: Cursor) {
  return eb(refTuple('starts_at', 'workshop.id'), side, tuple(at, id))
}

// A workshop ends on the day it starts, which may last 25 hours: the lower bound lets the index by start serve.
function current(eb: Eb, now: number) {
  return eb.and([eb('starts_at', '>', now - 2 * DAY), eb('ends_at', '>', now)])
}

function answeredBy(eb: Eb, person: string) {
  const mine = eb.selectFrom('registration').select('registration.workshop_id')
  return eb('workshop.id', 'in', mine.where('registration.person_id', '=', person))
}

export function workshopStore(tx: Tx): WorkshopStore {
  const db = open(tx)
  const byId = (id: string) => db.selectFrom('workshop').selectAll().where('id', '=', id)
  return {
    async add(workshop) {
      await db
        .insertInto('workshop')
        .values({ ...rowOf(workshop), queued: 0 })
        .execute()
    },

    async change(workshop) {
      // Seats are counted by `recount` alone.
      const { seats_taken: _, directions: __, waiting: ___, ...row } = rowOf(workshop)
      await db.updateTable('workshop').set(row).where('id', '=', workshop.id).execute()
    },

    async find(id) {
      const row = await byId(id).executeTakeFirst()
      return row && workshopOf(row)
    },

    async lock(id) {
      const row = await lockRow(tx, byId(id)).executeTakeFirst()
      return row && workshopOf(row)
    },

    async answers(person, workshops) {
      if (workshops.length === 0) return new Map()
      const mine = db
        .selectFrom('registration')
        .select(['workshop_id', 'answer', 'direction', 'queue_no', 'offered_until'])
        .where('person_id', '=', person)
      const rows = await mine.where('workshop_id', 'in', workshops).execute()
      return new Map(
        rows.map(({ workshop_id, answer, direction, queue_no, offered_until }) => [
          workshop_id,
          { answer, direction: direction ?? undefined, queueNo: queue_no, offeredUntil: offered_until },
        ]),
      )
    },

    async answersOf(workshop, people) {
      const rows = await db
        .selectFrom('registration')
        .select(['person_id', 'answer'])
        .where('workshop_id', '=', workshop)
        .where('person_id', 'in', people)
        .execute()
      return new Map(rows.map(({ person_id, answer }) => [person_id, answer]))
    },

    async seriesTitles(ids) {
      if (ids.length === 0) return new Map()
      const rows = await db.selectFrom('series').select(['id', 'title']).where('id', 'in', ids).execute()
      return new Map(rows.map(({ id, title }) => [id, title]))
    },

    async unplaced(person, now) {
      const rows = await db
        .selectFrom('registration')
        .innerJoin('workshop', 'workshop.id', 'registration.workshop_id')
        .select('workshop_id')
        .where('person_id', '=', person)
        .where('direction', 'is', null)
        .where('starts_at', '>', now)
        .limit(MANY)
        .execute()
      return rows.map(row => row.workshop_id)
    },

    async place(id, person, direction) {
      await db
        .updateTable('registration')
        .set({ direction })
        .where('workshop_id', '=', id)
        .where('person_id', '=', person)
        .where('direction', 'is', null)
        .execute()
    },

    async seated(id, at, limit, after = '') {
      const rows = await db
        .selectFrom('registration')
        .select('person_id')
        .where('workshop_id', '=', id)
        .where('person_id', '>', after)
        .where('answer', '=', 'yes')
        .where('answered_at', '<=', at)
        .orderBy('person_id')
        .limit(limit)
        .execute()
      return rows.map(row => row.person_id)
    },

    async seatsOf(direction, workshops) {
      if (workshops.length === 0) return new Map()
      const rows = await db
        .selectFrom('registration')
        .select(eb => ['workshop_id', eb.fn.countAll<number>().as('seats')])
        .where('direction', '=', direction)
        .where('workshop_id', 'in', workshops)
        .where('answer', '=', 'yes')
        .groupBy('workshop_id')
        .execute()
      return new Map(rows.map(({ workshop_id, seats }) => [workshop_id, Number(seats)]))
    },

    async starting({ from, until, limit }) {
      const rows = await db
        .selectFrom('workshop')
        .selectAll()
        .where('starts_at', '>', from)
        .where('starts_at', '<', until)
        .where('state', '=', 'announced')
        .orderBy('starts_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(workshopOf)
    },

    async coming({ now, limit, after }) {
      const rows = await db
        .selectFrom('workshop')
        .selectAll('workshop')
        .where(eb => current(eb, now))
        .where('state', '<>', 'draft')
        .$if(after !== undefined, query => query.where(eb => (after ? beyond(eb, '>', after) : eb.lit(true))))
        .orderBy('starts_at')
        .orderBy('workshop.id')
        .limit(limit)
        .execute()
      return rows.map(workshopOf)
    },

    async past({ now, limit, after, person }) {
      const rows = await db
        .selectFrom('workshop')
        .selectAll('workshop')
        .where(eb => answeredBy(eb, person))
        .where('ends_at', '<=', now)
        .$if(after !== undefined, query => query.where(eb => (after ? beyond(eb, '<', after) : eb.lit(true))))
        .orderBy('starts_at', 'desc')
        .orderBy('workshop.id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(workshopOf)
    },
  }
}
