import { sql } from 'kysely'
import { lockRow, open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { REACH_STATES, type Reach } from '../person/reach-state.ts'
import { reachColumns, reachIn } from '../person/store.ts'
import type { ReachStore } from './usecases.ts'

function isSameState(one: Reach, other: Reach): boolean {
  return one.state === other.state && one.since === other.since && one.how === other.how
}

export function reachStore(tx: Tx): ReachStore {
  const db = open(tx)
  const counted = () =>
    db.selectFrom('expected_person').select(({ fn }) => ['direction', fn.countAll<number>().as('count')])
  return {
    async lock(ids) {
      const columns = ['id', 'reach', 'reach_since', 'reach_how', 'reach_last'] as const
      const query = db.selectFrom('person').select(columns).where('id', 'in', ids).orderBy('id')
      const rows = await lockRow(tx, query).execute()
      return new Map(rows.map(row => [row.id, reachIn(row)]))
    },
    async keep(before, now) {
      const times: (readonly [string, Reach])[] = []
      for (const [id, reach] of now) {
        const was = before.get(id)
        if (was && isSameState(was, reach)) times.push([id, reach])
        else await db.updateTable('person').set(reachColumns(reach)).where('id', '=', id).execute()
      }
      const newer = times.filter(([id, reach]) => before.get(id) !== reach)
      if (newer.length === 0) return
      const whens = newer.map(([id, { last }]) => sql`when ${id} then ${JSON.stringify(last)}`)
      const ids = newer.map(([id]) => id)
      const reach_last = sql<string>`case id ${sql.join(whens, sql` `)} end`
      await db.updateTable('person').set({ reach_last }).where('id', 'in', ids).execute()
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
