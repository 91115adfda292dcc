import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'

/** Ideas without a day that wait for an answer, with so many supports from so many Directions or more. */
export async function ideasWith(tx: Tx, supports: number, directions: number): Promise<number> {
  const { count } = await open(tx)
    .selectFrom('idea')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', 'in', ['received', 'studied'])
    .where('supports', '>=', supports)
    .where('directions', '>=', directions)
    .where('due_on', 'is', null)
    .where('answered_at', 'is', null)
    .where('hidden_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}
