import type { Selectable } from 'kysely'
import { lockRow, open } from '../../../db/index.ts'
import type { PeopleTables } from '../../../db/tables/people.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { PersonName } from '../person/domain.ts'
import type { Holder } from './domain.ts'
import type { RoleStore } from './usecases.ts'

const COLUMNS = ['id', 'name', 'role', 'deputy', 'leads', 'direction', 'role_from'] as const
const HELD = ['organiser', 'manager', 'pilot', 'observer'] as const

/** Cursor before everybody. */
const FIRST: PersonName = { id: '', name: '' }

type Row = Pick<Selectable<PeopleTables['person']>, (typeof COLUMNS)[number]>

function holderOf({ id, name, role, deputy, leads, direction, role_from }: Row): Holder {
  return {
    id,
    name,
    role,
    deputy: deputy === 1,
    leads: JSON.parse(leads) as string[],
    ...(direction !== null && { direction }),
    ...(role_from !== null && { roleFrom: role_from }),
  }
}

export function roleStore(tx: Tx): RoleStore {
  const db = open(tx)
  const byName = (limit: number, { name, id }: PersonName = FIRST) =>
    db
      .selectFrom('person')
      .select(COLUMNS)
      .where(({ eb, refTuple, tuple }) => eb(refTuple('name', 'id'), '>', tuple(name, id)))
      .orderBy('name')
      .orderBy('id')
      .limit(limit)
  return {
    async holders(role, deputy, limit, after) {
      const query = byName(limit, after)
        .where('role', '=', role)
        .where('deputy', '=', deputy ? 1 : 0)
      return (await query.execute()).map(holderOf)
    },
    async counts() {
      const rows = await db
        .selectFrom('person')
        .select(({ fn }) => ['role', 'deputy', fn.countAll<number>().as('count')])
        .where('role', 'in', HELD)
        .groupBy(['role', 'deputy'])
        .execute()
      return rows.map(({ role, deputy, count }) => ({ role, deputy: deputy === 1, count }))
    },
    async known(limit, after) {
      return (await byName(limit, after).execute()).map(holderOf)
    },
    async lockOrganisers() {
      const query = db.selectFrom('person').select('id').where('role', '=', 'organiser').orderBy('id')
      return (await lockRow(tx, query).execute()).map(({ id }) => id)
    },
  }
}
