import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { MeasureStore } from './usecases.ts'

export function measureStore(tx: Tx): MeasureStore {
  const db = open(tx)
  return {
    async put({ measure, day, value, start, by }) {
      // One start: another day's is replaced.
      if (start)
        await db
          .deleteFrom('trial_reading')
          .where('measure_id', '=', measure)
          .where('start', '=', 1)
          .execute()
      await db
        .insertInto('trial_reading')
        .values({ measure_id: measure, day, value, start: start ? 1 : 0, typed_by: by })
        .onConflict(on => on.columns(['measure_id', 'day', 'start']).doUpdateSet({ value, typed_by: by }))
        .execute()
    },

    async of(measures) {
      if (measures.length === 0) return new Map()
      const rows = await db
        .selectFrom('trial_reading')
        .select(['measure_id', 'day', 'value', 'start'])
        .where('measure_id', 'in', measures)
        .orderBy('measure_id')
        .orderBy('start', 'desc')
        .orderBy('day')
        .execute()
      return new Map(
        measures.map(measure => [
          measure,
          rows
            .filter(({ measure_id }) => measure_id === measure)
            .map(({ day, value, start }) => ({ day, value, ...(start === 1 && { start: true as const }) })),
        ]),
      )
    },
  }
}
