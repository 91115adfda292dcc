import { type Aged, countExpired, findExpired, open } from '../../../db/index.ts'
import type { Expiry } from '../../../kernel/personal-data/expiry.ts'

const ROWS: Aged = { table: 'commitment', by: 'created_at', key: ['id'] }

/** Deletes old commitments with their notes, shared or not. What was told of them went before: see `oldStories`. */
export const oldCommitments: Expiry = {
  kind: 'commitments',
  after: 'programme',
  count: (tx, before) => countExpired(tx, ROWS, before),
  async erase(tx, before, limit) {
    const ids = (await findExpired(tx, ROWS, before, limit)).map(({ id = '' }) => id)
    if (ids.length === 0) return 0
    await open(tx).deleteFrom('commitment_note').where('commitment_id', 'in', ids).execute()
    await open(tx).deleteFrom('commitment').where('id', 'in', ids).execute()
    return ids.length
  },
}
