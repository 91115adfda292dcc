import type { Selectable } from 'kysely'
import { open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Utterance } from './domain.ts'
import type { UtteranceStore } from './usecases.ts'

function utteranceOf(row: Selectable<Tables['utterance']>): Utterance {
  const { id, person_id, text, axis, created_at, expires_at } = row
  return {
    id,
    person: person_id,
    text,
    ...(axis !== null && { axis }),
    at: created_at,
    expiresAt: expires_at,
  }
}

export function utteranceStore(tx: Tx): UtteranceStore {
  const db = open(tx)
  return {
    async add({ id, person, text, axis = null, at, expiresAt }) {
      const row = { id, person_id: person, text, axis, created_at: at, expires_at: expiresAt }
      await db.insertInto('utterance').values(row).execute()
    },

    async find(id) {
      const row = await db.selectFrom('utterance').selectAll().where('id', '=', id).executeTakeFirst()
      return row && utteranceOf(row)
    },

    async put(id, text, axis) {
      await db
        .updateTable('utterance')
        .set({ text, axis: axis ?? null })
        .where('id', '=', id)
        .execute()
    },

    async trim(person, most) {
      const old = await db
        .selectFrom('utterance')
        .select('id')
        .where('person_id', '=', person)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .offset(most)
        .limit(most)
        .execute()
      if (old.length === 0) return
      const ids = old.map(({ id }) => id)
      await db.deleteFrom('utterance').where('id', 'in', ids).execute()
    },

    async eraseExpired(now, limit) {
      const old = await db
        .selectFrom('utterance')
        .select('id')
        .where('expires_at', '<=', now)
        .orderBy('expires_at')
        .limit(limit)
        .execute()
      if (old.length === 0) return 0
      const ids = old.map(({ id }) => id)
      await db.deleteFrom('utterance').where('id', 'in', ids).execute()
      return ids.length
    },

    async nextExpiry() {
      const first = await db
        .selectFrom('utterance')
        .select('expires_at')
        // Of all; the bound makes it a search in the index.
        .where('expires_at', '>', 0)
        .orderBy('expires_at')
        .limit(1)
        .executeTakeFirst()
      return first?.expires_at
    },
  }
}
