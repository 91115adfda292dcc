import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import { workshopOf } from '../workshop/row-store.ts'
import type { CheckInStore } from './check-in-usecases.ts'

export function checkInStore(tx: Tx): CheckInStore {
  const db = open(tx)
  return {
    async around({ from, until, limit, after }) {
      // A workshop ends on the day it starts (25 hours at most): the lower bound lets the index on start be used.
      const rows = await db
        .selectFrom('workshop')
        .selectAll('workshop')
        .where('starts_at', '>', from - 2 * DAY)
        .where('starts_at', '<=', until)
        .where('ends_at', '>', from)
        .where('state', '<>', 'draft')
        .$if(after !== undefined, query =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('starts_at', 'workshop.id'), '>', tuple(after?.at ?? 0, after?.id ?? '')),
          ),
        )
        .orderBy('starts_at')
        .orderBy('workshop.id')
        .limit(limit)
        .execute()
      return rows.map(workshopOf)
    },

    async ended({ before, limit, after }) {
      const rows = await db
        .selectFrom('workshop')
        .selectAll('workshop')
        .where('starts_at', '<', before)
        .where('ends_at', '<=', before)
        .where('state', '=', 'announced')
        .$if(after !== undefined, query =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('starts_at', 'workshop.id'), '<', tuple(after?.at ?? 0, after?.id ?? '')),
          ),
        )
        .orderBy('starts_at', 'desc')
        .orderBy('workshop.id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(workshopOf)
    },

    async facilitated(person) {
      const rows = await db
        .selectFrom('workshop_facilitator')
        .select('workshop_id')
        .where('person_id', '=', person)
        .execute()
      return rows.map(row => row.workshop_id)
    },
  }
}
