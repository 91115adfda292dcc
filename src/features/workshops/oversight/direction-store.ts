import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { DirectionSeatStore } from './direction-usecases.ts'

export function directionSeatStore(tx: Tx): DirectionSeatStore {
  const db = open(tx)
  return {
    async seatsOf(direction, workshops) {
      if (workshops.length === 0) return new Map()
      const rows = await db
        .selectFrom('registration')
        .select(eb => ['workshop_id', eb.fn.countAll<number>().as('seats')])
        .where('direction', '=', direction)
        .where('workshop_id', 'in', workshops)
        .where('answer', '=', 'yes')
        .groupBy('workshop_id')
        .execute()
      return new Map(rows.map(({ workshop_id, seats }) => [workshop_id, Number(seats)]))
    },

    async quotasOf(direction, workshops) {
      if (workshops.length === 0) return new Map()
      const rows = await db
        .selectFrom('workshop_quota')
        .select(['workshop_id', 'seats'])
        .where('workshop_id', 'in', workshops)
        .where('direction', '=', direction)
        .execute()
      return new Map(rows.map(({ workshop_id, seats }) => [workshop_id, seats]))
    },
  }
}
