import { type ExpressionBuilder, sql } from 'kysely'
import { open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import { seriesOf } from '../series/store.ts'
import { workshopOf } from '../workshop/row-store.ts'
import type { OversightStore } from './usecases.ts'

type Eb = ExpressionBuilder<Tables & { other: Tables['workshop'] }, 'workshop' | 'other'>

export function oversightStore(tx: Tx): OversightStore {
  const db = open(tx)
  const days = () => db.selectFrom('workshop').selectAll('workshop').where('workshop.state', '<>', 'draft')

  /** Another day of the same series that sorts before it in the list. */
  const others = (eb: ExpressionBuilder<Tables, 'workshop'>) =>
    eb
      .selectFrom('workshop as other')
      .select('other.id')
      .whereRef('other.series', '=', 'workshop.series')
      // Spelled as in the partial index's condition: SQLite does not use the index with a bound parameter.
      .where('other.series', '<>', sql.lit(''))
      .where('other.state', '<>', 'draft')

  const order = (side: '<' | '>') => (eb: Eb) =>
    eb(eb.refTuple('other.starts_at', 'other.id'), side, eb.refTuple('workshop.starts_at', 'workshop.id'))

  return {
    async coming({ now, limit, after }) {
      const rows = await days()
        // A workshop ends on the day it starts (25 hours at most): the lower bound lets the index on start be used.
        .where('workshop.starts_at', '>', now - 2 * DAY)
        .where('workshop.ends_at', '>', now)
        .where(eb => eb.not(eb.exists(others(eb).where('other.ends_at', '>', now).where(order('<')))))
        .$if(after !== undefined, query =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('workshop.starts_at', 'workshop.id'), '>', tuple(after?.at ?? 0, after?.id ?? '')),
          ),
        )
        .orderBy('workshop.starts_at')
        .orderBy('workshop.id')
        .limit(limit)
        .execute()
      return rows.map(workshopOf)
    },

    async past({ now, limit, after }) {
      const rows = await days()
        .where('workshop.starts_at', '<', now)
        .where('workshop.ends_at', '<=', now)
        .where(eb => eb.not(eb.exists(others(eb).where('other.ends_at', '<=', now).where(order('>')))))
        .$if(after !== undefined, query =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('workshop.starts_at', 'workshop.id'), '<', tuple(after?.at ?? 0, after?.id ?? '')),
          ),
        )
        .orderBy('workshop.starts_at', 'desc')
        .orderBy('workshop.id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(workshopOf)
    },

    async series(ids) {
      if (ids.length === 0) return []
      return (await db.selectFrom('series').selectAll().where('id', 'in', ids).execute()).map(seriesOf)
    },

    async daysOf(series) {
      if (series.length === 0) return []
      const rows = await db
        .selectFrom('workshop')
        .selectAll()
        .where('series', 'in', series)
        .where('series', '<>', sql.lit(''))
        .orderBy('starts_at')
        .orderBy('id')
        .execute()
      return rows.map(workshopOf)
    },

    async held(workshops) {
      if (workshops.length === 0) return []
      const rows = await db
        .selectFrom('registration')
        .select(({ fn }) => ['workshop_id', 'direction', 'answer', fn.countAll<number>().as('count')])
        .where('workshop_id', 'in', workshops)
        .where('answer', 'in', ['yes', 'offered'])
        .groupBy(['workshop_id', 'direction', 'answer'])
        .execute()
      return rows.map(({ workshop_id, count, ...row }) => ({
        ...row,
        workshop: workshop_id,
        count: Number(count),
      }))
    },
  }
}
