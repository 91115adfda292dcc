import type { Selectable } from 'kysely'
import { open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { isReturn, RETURN, RETURNS } from '../message/budget.ts'
import type { Message, Topic } from '../message/domain.ts'
import type { MessageStore } from './parts.ts'

/** Limits of what is read of one person at once. */
const CARDS = 20
const MOVES = 100
/** Messages of the topic among which the last return is looked for: some are no returns. */
const LATELY = 8

type ReturnStore = Pick<MessageStore, 'returnsOf' | 'lastReturn' | 'attach' | 'reattach' | 'toldIn'>

/** Cards that gather what moved, and the moves that they tell. `messageOf`: maps a row. */
export function returnStore(tx: Tx, messageOf: (row: Selectable<Tables['message']>) => Message): ReturnStore {
  const db = open(tx)
  const ofTopic = (person: string) =>
    db.selectFrom('message').where('person_id', '=', person).where('topic', '=', RETURN)
  return {
    returnsOf: person =>
      ofTopic(person)
        .select('id')
        .where('teller', '=', RETURNS)
        .where('state', 'in', ['waiting', 'unreachable'])
        .orderBy('created_at')
        .orderBy('id')
        .limit(CARDS)
        .execute(),

    async lastReturn(person, except) {
      const rows = await ofTopic(person)
        .select(['topic', 'subject', 'sent_at'])
        .where('sent_at', 'is not', null)
        .where('id', '<>', except)
        .orderBy('sent_at', 'desc')
        .limit(LATELY)
        .execute()
      const told = rows.map(({ topic, subject, sent_at }) => ({
        topic: topic as Topic,
        subject: JSON.parse(subject),
        at: sent_at ?? 0,
      }))
      return told.find(isReturn)?.at
    },

    async attach(move, card) {
      await db.updateTable('message').set({ told_in: card }).where('id', '=', move).execute()
    },

    async reattach(from, to) {
      await db.updateTable('message').set({ told_in: to }).where('told_in', '=', from).execute()
    },

    async toldIn(card) {
      const rows = await db
        .selectFrom('message')
        .selectAll()
        .where('told_in', '=', card)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(MOVES)
        .execute()
      return rows.map(messageOf)
    },
  }
}
