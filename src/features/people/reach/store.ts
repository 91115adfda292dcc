import type { Selectable } from 'kysely'
import { lockRow, open } from '../../../db/index.ts'
import type { PeopleTables } from '../../../db/tables/people.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { REACH_STATES, type Reach } from './domain.ts'
import type { ReachStore } from './usecases.ts'

type Columns = Pick<Selectable<PeopleTables['person']>, 'reach' | 'reach_since' | 'reach_how' | 'reach_last'>

export function reachIn(row: Columns): Reach {
  return {
    state: row.reach,
    since: row.reach_since,
    how: row.reach_how,
    last: JSON.parse(row.reach_last) as Reach['last'],
  }
}

export function reachColumns({ state, since, how, last }: Reach): Columns {
  return { reach: state, reach_since: since, reach_how: how, reach_last: JSON.stringify(last) }
}

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
