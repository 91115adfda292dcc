import type { Selectable } from 'kysely'
import { open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { RETURN, RETURNS } from '../message/budget.ts'
import type { Message } from '../message/domain.ts'
import type { MessageStore } from './parts.ts'

/** Limits of what is read of one person at once. */
const CARDS = 20
const MOVES = 100
/** In a stored subject, of what left by itself because it must be known at once. Within a text its quotes are escaped. */
const AT_ONCE = '%"atOnce":%'

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

    async lastReturn(person, { except, since }) {
      const row = await ofTopic(person)
        .select('sent_at')
        .where('sent_at', '>', since)
        .where('id', '<>', except)
        .where('subject', 'not like', AT_ONCE)
        .orderBy('sent_at', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row?.sent_at ?? undefined
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
