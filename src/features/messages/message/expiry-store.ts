import { type Aged, countExpired, findExpired, open } from '../../../db/index.ts'
import type { Expiry } from '../../../kernel/personal-data/expiry.ts'

const ROWS: Aged = { table: 'message', by: 'created_at', key: ['id', 'person_id'] }

/** Old messages, with their slots of the week. */
export const oldMessages: Expiry = {
  kind: 'messages',
  after: 'itself',
  count: (tx, before) => countExpired(tx, ROWS, before),
  async erase(tx, before, limit) {
    const found = await findExpired(tx, ROWS, before, limit)
    if (found.length === 0) return 0
    const ids = found.map(({ id = '' }) => id)
    // By person first, as the index of slots is.
    const people = [...new Set(found.map(({ person_id = '' }) => person_id))]
    await open(tx)
      .deleteFrom('message_slot')
      .where('person_id', 'in', people)
      .where('message_id', 'in', ids)
      .execute()
    await open(tx).deleteFrom('message').where('id', 'in', ids).execute()
    return ids.length
  },
}
