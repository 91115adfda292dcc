import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Topic } from '../message/domain.ts'
import type { SilenceStore } from './silence-usecases.ts'

/** Enough to detect a silence even if some were not delivered. */
const LATELY = 8

export function silenceStore(tx: Tx): SilenceStore {
  const db = open(tx)
  const sent = ({ person, topic }: { readonly person: string; readonly topic: Topic }) =>
    db.selectFrom('message').where('person_id', '=', person).where('topic', '=', topic)
  return {
    async sentLately(line) {
      const rows = await sent(line)
        .select(['id', 'sent_at', 'state', 'reason', 'subject'])
        .where('sent_at', 'is not', null)
        .orderBy('sent_at', 'desc')
        .limit(LATELY)
        .execute()
      return rows.map(({ id, sent_at, state, reason, subject }) => ({
        id,
        at: sent_at ?? 0,
        arrived: state !== 'unknown',
        reason,
        subject: JSON.parse(subject),
      }))
    },

    async answeredLast(line) {
      const last = await sent(line)
        .select(({ fn }) => [fn.max('answered_at').as('answered'), fn.max('acted_at').as('acted')])
        .executeTakeFirst()
      const moments = [last?.answered, last?.acted].filter(at => at != null)
      return moments.length > 0 ? Math.max(...moments) : undefined
    },

    async awaits(line, now) {
      const row = await sent(line)
        .select('id')
        .where('sent_at', 'is', null)
        .where('state', 'in', ['waiting', 'unreachable'])
        .where(eb => eb.or([eb('not_after', 'is', null), eb('not_after', '>=', now)]))
        .executeTakeFirst()
      return row !== undefined
    },

    async silence({ person, topic }) {
      const row = await db
        .selectFrom('message_quiet')
        .select(['since', 'ended_at'])
        .where('person_id', '=', person)
        .where('topic', '=', topic)
        .executeTakeFirst()
      return row && { since: row.since, ...(row.ended_at !== null && { until: row.ended_at }) }
    },

    async silences(person) {
      const rows = await db
        .selectFrom('message_quiet')
        .select('topic')
        .where('person_id', '=', person)
        .where('ended_at', 'is', null)
        .execute()
      return rows.map(({ topic }) => topic as Topic)
    },

    async hush({ person, topic }, since) {
      const quiet = { since, ended_at: null }
      await db
        .insertInto('message_quiet')
        .values({ person_id: person, topic, ...quiet })
        .onConflict(known => known.columns(['person_id', 'topic']).doUpdateSet(quiet))
        .execute()
    },

    async takeUp({ person, topic }, at) {
      await db
        .updateTable('message_quiet')
        .set({ ended_at: at })
        .where('person_id', '=', person)
        .where('topic', '=', topic)
        .where('ended_at', 'is', null)
        .execute()
    },

    async answer(id, at) {
      await db.updateTable('message').set({ answered_at: at }).where('id', '=', id).execute()
      const doubtful = db.updateTable('message').set({ state: 'sent' }).where('id', '=', id)
      await doubtful.where('state', '=', 'unknown').execute()
    },

    async act(person, reason, at) {
      await db
        .updateTable('message')
        .set({ acted_at: at })
        .where('person_id', '=', person)
        .where('reason', '=', reason)
        .where('sent_at', 'is not', null)
        .where(eb => eb.or([eb('acted_at', 'is', null), eb('acted_at', '<', eb.ref('sent_at'))]))
        .execute()
    },
  }
}
