import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Weekday } from '../../../kernel/time/week.ts'
import type { Topic } from '../message/domain.ts'
import type { PreferenceStore } from './usecases.ts'

export function preferenceStore(tx: Tx): PreferenceStore {
  const db = open(tx)
  return {
    async choices(person) {
      const row = await db
        .selectFrom('message_preference')
        .selectAll()
        .where('person_id', '=', person)
        .executeTakeFirst()
      return {
        ...(row?.per_week != null && { perWeek: row.per_week }),
        ...(row?.paused_until != null && { pausedUntil: row.paused_until }),
        ...(row?.days_off != null && { daysOff: row.days_off.split(',') as Weekday[] }),
      }
    },

    async choose(person, { perWeek = null, pausedUntil = null, daysOff = [] }) {
      const off = daysOff.length > 0 ? daysOff.join(',') : null
      const chosen = { per_week: perWeek, paused_until: pausedUntil, days_off: off }
      await db
        .insertInto('message_preference')
        .values({ person_id: person, ...chosen })
        .onConflict(known => known.column('person_id').doUpdateSet(chosen))
        .execute()
    },

    async stops(person) {
      const rows = await db
        .selectFrom('message_stop')
        .select('topic')
        .where('person_id', '=', person)
        .execute()
      return rows.map(({ topic }) => topic as Topic)
    },

    async stop(person, topic, at) {
      if (at === undefined) {
        const stopped = db.deleteFrom('message_stop').where('person_id', '=', person)
        await stopped.where('topic', '=', topic).execute()
        return
      }
      await db
        .insertInto('message_stop')
        .values({ person_id: person, topic, stopped_at: at })
        .onConflict(known => known.columns(['person_id', 'topic']).doNothing())
        .execute()
    },
  }
}
