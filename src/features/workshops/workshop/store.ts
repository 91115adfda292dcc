import type { ExpressionBuilder, Selectable } from 'kysely'
import { lockRow, open, type Tables } from '../../../db/index.ts'
import type { Cursor } from '../../../kernel/requests/cursor.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import { rowOf, workshopOf } from './row-store.ts'
import { countUntold } from './unreachable-store.ts'
import type { Given, WorkshopStore } from './usecases.ts'

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

function concerns(eb: Eb, person: string, visited: readonly string[]) {
  const answered = eb.selectFrom('registration').select('registration.workshop_id as id')
  const led = eb.selectFrom('workshop_facilitator').select('workshop_facilitator.workshop_id as id')
  const mine = answered.where('registration.person_id', '=', person)
  const own = eb('workshop.id', 'in', mine.union(led.where('workshop_facilitator.person_id', '=', person)))
  return visited.length > 0 ? eb.or([own, eb('workshop.id', 'in', visited)]) : own
}

type Answered = Pick<
  Selectable<Tables['registration']>,
  'answer' | 'direction' | 'queue_no' | 'offered_until'
> & { readonly drawn: number | null; readonly led: number | null; readonly leads: string | null }

function givenOf({ answer, direction, queue_no, offered_until, drawn, led, leads }: Answered): Given {
  const table = answer === 'yes' ? (leads === null ? drawn : led) : null
  return { answer, direction: direction ?? undefined, queueNo: queue_no, offeredUntil: offered_until, table }
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
      const rows = await db
        .selectFrom('registration as mine')
        .leftJoin('table_draw as draw', on =>
          on.onRef('draw.workshop_id', '=', 'mine.workshop_id').on('draw.shown_at', 'is not', null),
        )
        .leftJoin('table_place as place', on =>
          on
            .onRef('place.workshop_id', '=', 'draw.workshop_id')
            .onRef('place.person_id', '=', 'mine.person_id'),
        )
        .leftJoin('workshop_facilitator as leader', on =>
          on
            .onRef('leader.workshop_id', '=', 'draw.workshop_id')
            .onRef('leader.person_id', '=', 'mine.person_id'),
        )
        .select(['mine.workshop_id', 'answer', 'direction', 'queue_no', 'offered_until'])
        .select(['place.table_no as drawn', 'leader.table_no as led', 'leader.person_id as leads'])
        .where('mine.person_id', '=', person)
        .where('mine.workshop_id', 'in', workshops)
        .execute()
      return new Map(rows.map(row => [row.workshop_id, givenOf(row)]))
    },

    async led(person, workshops) {
      if (workshops.length === 0) return new Map()
      const rows = await db
        .selectFrom('workshop_facilitator')
        .select(['workshop_id', 'table_no'])
        .where('person_id', '=', person)
        .where('workshop_id', 'in', workshops)
        .execute()
      return new Map(
        rows.map(({ workshop_id, table_no }) => [workshop_id, table_no === null ? {} : { table: table_no }]),
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

    async countSeated(id, but) {
      const { count } = await db
        .selectFrom('registration')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('workshop_id', '=', id)
        .where('answer', '=', 'yes')
        .where('person_id', '<>', but)
        .executeTakeFirstOrThrow()
      const untold = await countUntold(tx, { workshops: [id], answers: ['yes'], but })
      return { told: Number(count) - untold, untold }
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

    async quotasOf(direction, workshops) {
      if (workshops.length === 0) return new Map()
      const rows = await db
        .selectFrom('workshop_quota')
        .select(['workshop_id', 'seats'])
        .where('workshop_id', 'in', workshops)
        .where('direction', '=', direction)
        .execute()
      return new Map(rows.map(({ workshop_id, seats }) => [workshop_id, seats]))
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

    async coming({ now, limit, after, on = false }) {
      const rows = await db
        .selectFrom('workshop')
        .selectAll('workshop')
        .where(eb => current(eb, now))
        .where(eb => (on ? eb('state', '=', 'announced') : eb('state', '<>', 'draft')))
        .$if(after !== undefined, query => query.where(eb => (after ? beyond(eb, '>', after) : eb.lit(true))))
        .orderBy('starts_at')
        .orderBy('workshop.id')
        .limit(limit)
        .execute()
      return rows.map(workshopOf)
    },

    async past({ now, limit, after, person, visited }) {
      const rows = await db
        .selectFrom('workshop')
        .selectAll('workshop')
        .where(eb => concerns(eb, person, visited))
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
