import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { WorkshopTally } from './tally.ts'

/** Counts of workshops by axis. */
export async function tallyWorkshops(tx: Tx): Promise<WorkshopTally> {
  const rows = await open(tx)
    .selectFrom('workshop')
    .select(({ fn }) => ['axis', fn.countAll<number>().as('count')])
    .where('state', '=', 'announced')
    .groupBy('axis')
    .execute()
  return rows.map(({ axis, count }) => ({ axis, count: Number(count) }))
}
