import { type Aged, countExpired, findExpired, open } from '../../../db/index.ts'
import type { Expiry } from '../../../kernel/personal-data/expiry.ts'

const ROWS: Aged = { table: 'commitment_story', by: 'created_at', key: ['id'] }

/** What is left of stories, whose words go with their commitments: of those withdrawn nothing else leads to them. */
export const oldStories: Pick<Expiry, 'count' | 'erase'> = {
  count: (tx, before) => countExpired(tx, ROWS, before),
  async erase(tx, before, limit) {
    const ids = (await findExpired(tx, ROWS, before, limit)).map(({ id = '' }) => id)
    if (ids.length > 0) await open(tx).deleteFrom('commitment_story').where('id', 'in', ids).execute()
    return ids.length
  },
}
