import type { Selectable } from 'kysely'
import { lockRow, open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Message, Subject, Topic } from '../message/domain.ts'
import type { MessageStore } from './parts.ts'
import { returnStore } from './return-store.ts'

type Row = Selectable<Tables['message']>

/** Limit of messages of one person read at once. */
const MANY = 100
const FEW = 20

function messageOf(row: Row): Message {
  const { id, topic, reason, state, round, turn } = row
  return {
    id,
    person: row.person_id,
    topic: topic as Topic,
    reason,
    subject: JSON.parse(row.subject) as Subject,
    by: row.teller,
    state,
    round,
    turn,
    from: row.not_before,
    ...(row.not_after !== null && { until: row.not_after }),
    ...(row.why !== null && { why: row.why }),
    ...(row.batch !== null && { batch: row.batch }),
    createdAt: row.created_at,
    ...(row.sent_at !== null && { sentAt: row.sent_at }),
    ...(row.told_in !== null && { toldIn: row.told_in }),
  }
}

function rowOf(message: Message): Row {
  const { id, topic, reason, state, round, turn } = message
  return {
    id,
    person_id: message.person,
    topic,
    reason,
    subject: JSON.stringify(message.subject),
    teller: message.by,
    state,
    round,
    turn,
    not_before: message.from,
    not_after: message.until ?? null,
    why: null,
    batch: message.batch ?? null,
    created_at: message.createdAt,
    sent_at: message.sentAt ?? null,
    answered_at: null,
    acted_at: null,
    told_in: message.toldIn ?? null,
  }
}

export function messageStore(tx: Tx): MessageStore {
  const db = open(tx)
  const byId = (id: string) => db.selectFrom('message').selectAll().where('id', '=', id)
  const { returnsOf, lastReturn, attach, reattach, toldIn } = returnStore(tx, messageOf)
  return {
    returnsOf,
    lastReturn,
    attach,
    reattach,
    toldIn,

    async add(message) {
      const insert = db.insertInto('message').values(rowOf(message))
      const { numInsertedOrUpdatedRows = 0n } = await insert
        .onConflict(known => known.columns(['person_id', 'reason']).doNothing())
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows > 0n
    },

    async find(id) {
      const row = await byId(id).executeTakeFirst()
      return row && messageOf(row)
    },

    async byReason(person, reason) {
      const query = db.selectFrom('message').selectAll().where('person_id', '=', person)
      const row = await query.where('reason', '=', reason).executeTakeFirst()
      return row && messageOf(row)
    },

    async lock(id) {
      const row = await lockRow(tx, byId(id)).executeTakeFirst()
      return row && messageOf(row)
    },

    async change(id, { state, why, round, turn, from, sentAt = null }) {
      // A message that can be sent again has no obstacle any more.
      const hindered = state === 'unreachable' ? (why ?? null) : null
      const to = { state, round, turn, not_before: from, why: hindered, sent_at: sentAt }
      await db.updateTable('message').set(to).where('id', '=', id).execute()
    },

    async inState(person, state) {
      const rows = await db
        .selectFrom('message')
        .selectAll()
        .where('person_id', '=', person)
        .where('state', '=', state)
        .orderBy('created_at')
        .limit(MANY)
        .execute()
      return rows.map(messageOf)
    },

    async missed(person, now) {
      const rows = await db
        .selectFrom('message')
        .selectAll()
        .where('person_id', '=', person)
        .where('state', '=', 'expired')
        .where('not_after', '>=', now)
        .orderBy('created_at')
        .limit(MANY)
        .execute()
      return rows.map(messageOf)
    },

    async relevant(person, topic, now) {
      const rows = await db
        .selectFrom('message')
        .selectAll()
        .where('person_id', '=', person)
        .where('topic', '=', topic)
        .where('not_after', '>', now)
        .orderBy('created_at', 'desc')
        .limit(FEW)
        .execute()
      return rows.map(messageOf)
    },

    async taken(person, week) {
      const rows = await db
        .selectFrom('message_slot')
        .select('number')
        .where('person_id', '=', person)
        .where('week', '=', week)
        .execute()
      return rows.map(({ number }) => number)
    },

    slot: ({ id, round }) =>
      db
        .selectFrom('message_slot')
        .select(['week', 'number'])
        .where('message_id', '=', id)
        .where('round', '<=', round)
        .orderBy('round', 'desc')
        .limit(1)
        .executeTakeFirst(),

    async take({ id, person, round }, week, number) {
      const row = { person_id: person, week, number, message_id: id, round }
      await db.insertInto('message_slot').values(row).execute()
    },

    async free({ id, round }) {
      await db.deleteFrom('message_slot').where('message_id', '=', id).where('round', '=', round).execute()
    },

    async stands(key) {
      const row = await db.selectFrom('post').select('state').where('key', '=', key).executeTakeFirst()
      return row !== undefined && row.state !== 'unreachable' && row.state !== 'dead'
    },
  }
}
