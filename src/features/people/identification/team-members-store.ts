import type { Selectable } from 'kysely'
import { open } from '../../../db/index.ts'
import type { PeopleTables } from '../../../db/tables/people.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { TeamReading } from './team-members.ts'
import type { TeamMemberStore } from './team-members-usecases.ts'

function readingOf(row: Selectable<PeopleTables['team_reading']>): TeamReading {
  return {
    team: row.team_id,
    address: row.address,
    begunAt: row.begun_at,
    page: row.page,
    ...(row.token !== null && { token: row.token }),
  }
}

export function teamMemberStore(tx: Tx): TeamMemberStore {
  const db = open(tx)
  const begun = (at: number) => ({ begun_at: at, page: 0, token: null })
  return {
    async begin(team, address, at, before) {
      const put = db
        .insertInto('team_reading')
        .values({ team_id: team, address, ...begun(at) })
        .onConflict(known =>
          known
            .column('team_id')
            .doUpdateSet({ address, ...begun(at) })
            .where('team_reading.begun_at', '<=', before),
        )
      return (await put.returning('team_id').executeTakeFirst()) !== undefined
    },
    async again(team, at) {
      await db.updateTable('team_reading').set(begun(at)).where('team_id', '=', team).execute()
    },
    async reading(team) {
      const query = db.selectFrom('team_reading').selectAll().where('team_id', '=', team)
      const row = await query.executeTakeFirst()
      return row && readingOf(row)
    },
    async turn({ team, begunAt, page }, to) {
      const token = to === 'end' ? null : (to.token ?? null)
      const { numUpdatedRows } = await db
        .updateTable('team_reading')
        .set({ page: page + 1, token })
        .where('team_id', '=', team)
        .where('begun_at', '=', begunAt)
        .where('page', '=', page)
        .executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    },
    async forget({ team, begunAt }) {
      const gone = db.deleteFrom('team_reading').where('team_id', '=', team)
      await gone.where('begun_at', '=', begunAt).execute()
    },
    async keepAccounts(tenant, objectIds, account) {
      if (objectIds.length === 0) return
      await db
        .updateTable('person')
        .set({ account })
        .where('tenant', '=', tenant)
        .where('object_id', 'in', objectIds)
        .where(eb => eb.or([eb('account', 'is', null), eb('account', '<>', account)]))
        .execute()
    },
    async teams(limit, after) {
      const query = db.selectFrom('team_reading').select('team_id').where('team_id', '>', after)
      const rows = await query.orderBy('team_id').limit(limit).execute()
      return rows.map(({ team_id }) => team_id)
    },
  }
}
