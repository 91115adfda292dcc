import { type Aged, countExpired, findExpired, open } from '../../../db/index.ts'
import type { Expiry } from '../../../kernel/personal-data/expiry.ts'

const ROOMS: Aged = { table: 'room', by: 'workshop', key: ['workshop_id'] }
const ORDERS: Aged = { table: 'running_order', by: 'workshop', key: ['workshop_id'] }

/** What was shown at old workshops and the order that was written for them: words of who led it, gone with the seats. */
export const oldRooms = {
  count: async (tx, before) =>
    (await countExpired(tx, ROOMS, before)) + (await countExpired(tx, ORDERS, before)),
  async erase(tx, before, limit) {
    let erased = 0
    for (const kind of [ROOMS, ORDERS] as const) {
      const found = await findExpired(tx, kind, before, limit - erased)
      const ids = found.map(row => row.workshop_id ?? '')
      if (ids.length === 0) continue
      await open(tx)
        .deleteFrom(kind.table as 'room' | 'running_order')
        .where('workshop_id', 'in', ids)
        .execute()
      erased += ids.length
    }
    return erased
  },
} satisfies Pick<Expiry, 'count' | 'erase'>
