import { open } from '../../../db/index.ts'
import type { Expiry } from '../../../kernel/personal-data/expiry.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'

/** Steps of before that still lead to somebody. */
function named(tx: Tx, before: number) {
  return open(tx)
    .selectFrom('next_step')
    .where('created_at', '<', before)
    .where(({ or, eb }) =>
      or([eb('holder', 'is not', null), eb('asker', 'is not', null), eb('asked', 'is not', null)]),
    )
}

/** What was promised stays, with the Direction or the Lab' that promised it; nobody stands behind it any more. */
export const stepNames = {
  async count(tx, before) {
    const { count } = await named(tx, before)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(count)
  },
  async erase(tx, before, limit) {
    const ids = (await named(tx, before).select('id').orderBy('id').limit(limit).execute()).map(
      ({ id }) => id,
    )
    if (ids.length === 0) return 0
    const nobody = { holder: null, asker: null, asked: null, named: 0 }
    await open(tx).updateTable('next_step').set(nobody).where('id', 'in', ids).execute()
    return ids.length
  },
} satisfies Pick<Expiry, 'count' | 'erase'>
