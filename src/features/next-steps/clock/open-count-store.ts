import { sql } from 'kysely'
import { open } from '../../../db/index.ts'
import type { OpenCount } from '../../../kernel/storage/open-count.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'

/** Spelled as in the index of migration 085, or it is not used. */
const unended = (tx: Tx) =>
  open(tx)
    .selectFrom('next_step')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(sql<boolean>`state in ('proposed', 'promised')`)

/** Steps that were promised and are neither kept nor dropped. */
export const promisedSteps: OpenCount = {
  kind: 'steps-promised',
  async count(tx) {
    const { count } = await unended(tx).where('state', '=', 'promised').executeTakeFirstOrThrow()
    return Number(count)
  },
}

/** Those of them whose day is past. */
export const lateSteps: OpenCount = {
  kind: 'steps-late',
  among: 'steps-promised',
  async count(tx, { today }) {
    const { count } = await unended(tx)
      .where('state', '=', 'promised')
      .where('due', '<', today)
      .executeTakeFirstOrThrow()
    return Number(count)
  },
}

/** Steps that somebody is asked to see to and has not answered: counted, never listed by person. */
export const askedSteps: OpenCount = {
  kind: 'steps-asked',
  async count(tx) {
    const { count } = await unended(tx).where('asked', 'is not', null).executeTakeFirstOrThrow()
    return Number(count)
  },
}
