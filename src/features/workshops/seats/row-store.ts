import type { ExpressionBuilder, Selectable } from 'kysely'
import { open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Registration } from './domain.ts'

export function registrationOf(row: Selectable<Tables['registration']>): Registration {
  const { workshop_id, person_id, direction, answer, answered_at, queue_no, offered_until, pool, day_key } =
    row
  return {
    workshop: workshop_id,
    person: person_id,
    direction: direction ?? undefined,
    answer,
    at: answered_at,
    queueNo: queue_no,
    offeredUntil: offered_until,
    pool,
    dayKey: day_key,
  }
}

const rowOf = (each: Registration) => ({
  workshop_id: each.workshop,
  person_id: each.person,
  direction: each.direction ?? null,
  answer: each.answer,
  answered_at: each.at,
  queue_no: each.queueNo,
  offered_until: each.offeredUntil,
  pool: each.pool,
  day_key: each.dayKey,
})

/** Consent to show one's name holds for the seat it was given for: giving that up withdraws it. */
function shownAfter({ case: when, lit, ref }: ExpressionBuilder<Tables, 'registration'>) {
  return when()
    .when('registration.answer', '=', 'no')
    .then(lit(0))
    .else(
      when()
        .when('excluded.answer' as 'registration.answer', '=', 'no')
        .then(lit(0))
        .else(ref('registration.shown'))
        .end(),
    )
    .end()
}

/** Stores registrations, one of each person in a workshop at most. */
export async function putRegistrations(tx: Tx, all: readonly Registration[]): Promise<void> {
  await open(tx)
    .insertInto('registration')
    .values(all.map(rowOf))
    .onConflict(on =>
      on.columns(['workshop_id', 'person_id']).doUpdateSet(eb => ({
        direction: eb.ref('excluded.direction'),
        answer: eb.ref('excluded.answer'),
        answered_at: eb.ref('excluded.answered_at'),
        queue_no: eb.ref('excluded.queue_no'),
        offered_until: eb.ref('excluded.offered_until'),
        pool: eb.ref('excluded.pool'),
        day_key: eb.ref('excluded.day_key'),
        shown: shownAfter(eb),
      })),
    )
    .execute()
}
