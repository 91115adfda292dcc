import type { ExpressionBuilder, Selectable } from 'kysely'
import { open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { workshopOf } from '../workshop/row-store.ts'
import { beyond } from '../workshop/store.ts'
import type { OwnAnswer, RegistrationStore } from './usecases.ts'

/** Answers of one person that can wait for a Direction. */
const MANY = 500

function concerns(eb: ExpressionBuilder<Tables, 'workshop'>, person: string, visited: readonly string[]) {
  const answered = eb.selectFrom('registration').select('registration.workshop_id as id')
  const led = eb.selectFrom('workshop_facilitator').select('workshop_facilitator.workshop_id as id')
  const mine = answered.where('registration.person_id', '=', person)
  const own = eb('workshop.id', 'in', mine.union(led.where('workshop_facilitator.person_id', '=', person)))
  return visited.length > 0 ? eb.or([own, eb('workshop.id', 'in', visited)]) : own
}

type AnswerRow = Pick<
  Selectable<Tables['registration']>,
  'answer' | 'direction' | 'queue_no' | 'offered_until'
> & { readonly drawn: number | null; readonly led: number | null; readonly leads: string | null }

function ownAnswerOf({
  answer,
  direction,
  queue_no,
  offered_until,
  drawn,
  led,
  leads,
}: AnswerRow): OwnAnswer {
  const table = answer === 'yes' ? (leads === null ? drawn : led) : null
  return { answer, direction: direction ?? undefined, queueNo: queue_no, offeredUntil: offered_until, table }
}

export function registrationStore(tx: Tx): RegistrationStore {
  const db = open(tx)
  return {
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
      return new Map(rows.map(row => [row.workshop_id, ownAnswerOf(row)]))
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
