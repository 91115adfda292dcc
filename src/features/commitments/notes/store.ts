import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { NoteStore } from './usecases.ts'

export function noteStore(tx: Tx): NoteStore {
  const db = open(tx)
  return {
    async addNote(commitment, { id, text, at }) {
      const row = { id, commitment_id: commitment, text, created_at: at }
      await db.insertInto('commitment_note').values(row).execute()
    },
    async recountNotes(commitment) {
      const own = db.selectFrom('commitment_note').where('commitment_id', '=', commitment)
      const last = own.select('id').orderBy('created_at', 'desc').orderBy('id', 'desc').limit(1)
      await db
        .updateTable('commitment')
        .set({ notes: own.select(({ fn }) => fn.countAll<number>().as('notes')), last_note_id: last })
        .where('id', '=', commitment)
        .execute()
    },
    async notes(commitment, limit, after) {
      const rows = await db
        .selectFrom('commitment_note')
        .selectAll()
        .where('commitment_id', '=', commitment)
        .$if(after !== undefined, query =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('created_at', 'id'), '<', tuple(after?.at ?? 0, after?.id ?? '')),
          ),
        )
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(({ id, text, created_at }) => ({ id, text, at: created_at }))
    },
  }
}
