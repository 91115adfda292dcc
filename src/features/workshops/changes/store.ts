import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { countUntold } from '../workshop/unreachable-store.ts'
import type { ChangeStore } from './usecases.ts'

export function changeStore(tx: Tx): ChangeStore {
  const db = open(tx)
  return {
    async countSeated(id, but) {
      const { count } = await db
        .selectFrom('registration')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('workshop_id', '=', id)
        .where('answer', '=', 'yes')
        .where('person_id', '<>', but)
        .executeTakeFirstOrThrow()
      const untold = await countUntold(tx, { workshops: [id], answers: ['yes'], but })
      return { told: Number(count) - untold, untold }
    },
  }
}
