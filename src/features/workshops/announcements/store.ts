import { sql } from 'kysely'
import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { workshopOf } from '../workshop/row-store.ts'
import type { PostedCardStore } from './usecases.ts'

export function postedCardStore(tx: Tx): PostedCardStore {
  const db = open(tx)
  return {
    async ofCard({ id, series }) {
      const rows = await db
        .selectFrom('workshop')
        .selectAll()
        .select(eb =>
          eb
            .selectFrom('registration')
            .select(({ fn }) => fn.max('answered_at').as('at'))
            .whereRef('registration.workshop_id', '=', 'workshop.id')
            .where('answer', '=', 'yes')
            .as('seated_at'),
        )
        .where(({ eb, and }) =>
          series === ''
            ? eb('id', '=', id)
            : // Word for word what the index holds: SQLite does not see through a parameter.
              and([eb('series', '=', series), eb('series', '<>', sql.lit(''))]),
        )
        .execute()
      return rows.map(row => ({
        workshop: workshopOf(row),
        saysFull: row.card_full === 1,
        since: row.card_full_at,
        seatedAt: row.seated_at === null ? null : Number(row.seated_at),
      }))
    },

    async say(id, full, now) {
      await db
        .updateTable('workshop')
        .set({ card_full: full ? 1 : 0, card_full_at: now })
        .where('id', '=', id)
        .where('card_full', '<>', full ? 1 : 0)
        .execute()
    },
  }
}
