import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'

const counted = (tx: Tx) =>
  open(tx)
    .selectFrom('person')
    .select(({ fn }) => fn.countAll<number>().as('count'))

/** People to whom the bot can write. */
export async function reachableCount(tx: Tx): Promise<number> {
  const { count } = await counted(tx)
    .where('reach', 'in', ['installed', 'conversation'])
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Pilots and their deputies. */
export async function pilotCount(tx: Tx): Promise<number> {
  const { count } = await counted(tx).where('role', '=', 'pilot').executeTakeFirstOrThrow()
  return Number(count)
}
