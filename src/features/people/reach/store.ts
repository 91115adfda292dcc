import { lockRow, open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { REACH_STATES } from '../person/reach-state.ts'
import { reachColumns, reachIn } from '../person/store.ts'
import type { ReachStore } from './usecases.ts'

export function reachStore(tx: Tx): ReachStore {
  const db = open(tx)
  const counted = () =>
    db.selectFrom('expected_person').select(({ fn }) => ['direction', fn.countAll<number>().as('count')])
  return {
    async lock(id) {
      const columns = ['reach', 'reach_since', 'reach_how', 'reach_last'] as const
      const query = db.selectFrom('person').select(columns).where('id', '=', id)
      const row = await lockRow(tx, query).executeTakeFirst()
      return row && reachIn(row)
    },
    async keep(id, reach) {
      await db.updateTable('person').set(reachColumns(reach)).where('id', '=', id).execute()
    },
    async inChat(address) {
      const query = db.selectFrom('person').select('id').where('chat', '=', address)
      return (await query.limit(1).executeTakeFirst())?.id
    },
    async tallies() {
      const known = await db
        .selectFrom('person')
        .select(({ fn }) => ['direction', 'reach', fn.countAll<number>().as('count')])
        .where('reach', 'in', REACH_STATES)
        .groupBy(['direction', 'reach'])
        .execute()
      const placed = counted().where('direction', 'is not', null).groupBy('direction')
      const unplaced = counted().where('direction', 'is', null).groupBy('direction')
      const expected = [...(await placed.execute()), ...(await unplaced.execute())]
      return [
        ...known.map(({ direction, reach, count }) => ({ direction: direction ?? '', state: reach, count })),
        ...expected.map(({ direction, count }) => ({
          direction: direction ?? '',
          state: 'expected' as const,
          count,
        })),
      ]
    },
  }
}
