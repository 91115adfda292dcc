import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'

/** Workshops, called-off ones aside, that start from `from` on and before `until` (milliseconds). */
export async function workshopsWithin(tx: Tx, from: number, until: number): Promise<number> {
  const { count } = await open(tx)
    .selectFrom('workshop')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('starts_at', '>=', from)
    .where('starts_at', '<', until)
    .where('state', 'in', ['draft', 'announced'])
    .executeTakeFirstOrThrow()
  return Number(count)
}
