import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'

/** Ballots that close from `from` on and before `until` (milliseconds), drafts too. */
export async function ballotsClosing(tx: Tx, from: number, until: number): Promise<number> {
  const { count } = await open(tx)
    .selectFrom('ballot')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('closes_at', '>=', from)
    .where('closes_at', '<', until)
    .executeTakeFirstOrThrow()
  return Number(count)
}
