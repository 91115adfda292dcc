import { type Selectable, sql } from 'kysely'
import { lockRow, open } from '../../../db/index.ts'
import type { PeopleTables } from '../../../db/tables/people.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { type Language, wholeOf } from '../../../kernel/text/language.ts'
import type { DirectionMembership } from './direction.ts'
import type { ListedRole, Person } from './domain.ts'
import type { Reach } from './reach-state.ts'
import type { PeopleStore, PersonChange } from './usecases.ts'

type Row = Selectable<PeopleTables['person']>

type ReachColumns = Pick<
  Selectable<PeopleTables['person']>,
  'reach' | 'reach_since' | 'reach_how' | 'reach_last'
>

export function reachIn(row: ReachColumns): Reach {
  return {
    state: row.reach,
    since: row.reach_since,
    how: row.reach_how,
    last: JSON.parse(row.reach_last) as Reach['last'],
  }
}

export function reachColumns({ state, since, how, last }: Reach): ReachColumns {
  return { reach: state, reach_since: since, reach_how: how, reach_last: JSON.stringify(last) }
}

function belongingOf(row: Row): DirectionMembership {
  const { direction, former_direction, direction_since } = row
  return {
    ...(direction !== null && { direction }),
    ...(former_direction !== null && { formerDirection: former_direction }),
    ...(direction_since !== null && { directionSince: direction_since }),
    directionChanges: JSON.parse(row.direction_changes) as number[],
  }
}

function belongingColumns(belonging: DirectionMembership) {
  const { direction = null, formerDirection = null, directionSince = null, directionChanges } = belonging
  return {
    direction,
    former_direction: formerDirection,
    direction_since: directionSince,
    direction_changes: JSON.stringify(directionChanges),
  }
}

function languageColumns(spoken: Language): Pick<Row, 'language' | 'wording'> {
  const language = wholeOf(spoken)
  return { language, wording: spoken === language ? null : spoken.slice(language.length + 1) }
}

export function personOf(row: Row): Person {
  return {
    id: row.id,
    tenant: row.tenant,
    objectId: row.object_id,
    name: row.name,
    role: row.role,
    language: row.wording === null ? row.language : `${row.language}-${row.wording}`,
    languageChosen: row.language_chosen === 1,
    createdAt: row.created_at,
    leads: JSON.parse(row.leads) as string[],
    deputy: row.deputy === 1,
    reach: reachIn(row),
    ...(row.role_from !== null && { roleFrom: row.role_from }),
    ...(row.listed !== null && { listed: JSON.parse(row.listed) as ListedRole }),
    ...(row.mail_state !== null && { mailState: row.mail_state }),
    ...(row.account !== null && { account: row.account }),
    ...belongingOf(row),
    ...(row.chat !== null && { chat: row.chat }),
    ...(row.ai_opt_out === 1 && { aiOptOut: true }),
  }
}

function rowOf(person: PersonChange): Partial<Row> {
  const {
    objectId,
    languageChosen,
    createdAt,
    leads,
    deputy,
    roleFrom,
    mailState,
    reach,
    aiOptOut,
    ...named
  } = person
  const { language, ...same } = named
  return {
    ...same,
    ...(language !== undefined && languageColumns(language)),
    ...(reach !== undefined && reachColumns(reach)),
    ...(aiOptOut !== undefined && { ai_opt_out: aiOptOut ? 1 : 0 }),
    ...(deputy !== undefined && { deputy: deputy ? 1 : 0 }),
    ...(roleFrom !== undefined && { role_from: roleFrom }),
    ...(mailState !== undefined && { mail_state: mailState }),
    ...(objectId !== undefined && { object_id: objectId }),
    ...(languageChosen !== undefined && { language_chosen: languageChosen ? 1 : 0 }),
    ...(createdAt !== undefined && { created_at: createdAt }),
    ...(leads !== undefined && { leads: JSON.stringify(leads) }),
  }
}

/** Columns that are set directly; others have statements of their own. */
function changeable(person: Person): PersonChange {
  const { listed, direction, formerDirection, directionSince, directionChanges, ...fresh } = person
  return fresh
}

/** Limit of rows read per Direction. */
const DEPUTIES = 20

const BLANK = {
  chat: null,
  welcomed_at: null,
  took_part_at: null,
  took_part_in: null,
  role_from: null,
  listed: null,
  mail_state: null,
  account: null,
}

export function peopleStore(tx: Tx): PeopleStore {
  const db = open(tx)
  const find = async (tenant: string, objectId: string) => {
    const query = db.selectFrom('person').selectAll()
    const row = await query.where('tenant', '=', tenant).where('object_id', '=', objectId).executeTakeFirst()
    return row && personOf(row)
  }
  const seatedFor = (direction: string, deputy: 0 | 1) =>
    db
      .selectFrom('person')
      .selectAll()
      .where('role', '=', 'pilot')
      .where('deputy', '=', deputy)
      .where('leads', '=', JSON.stringify([direction]))
  return {
    find,
    async findAll(accounts) {
      const found = new Map<string, Person>()
      for (const [tenant, some] of Map.groupBy(accounts, account => account.tenant)) {
        const ids = [...new Set(some.map(({ objectId }) => objectId))]
        const query = db.selectFrom('person').selectAll().where('tenant', '=', tenant)
        const rows = await query.where('object_id', 'in', ids).execute()
        for (const row of rows) found.set(`${tenant} ${row.object_id}`, personOf(row))
      }
      return accounts.map(({ tenant, objectId }) => found.get(`${tenant} ${objectId}`))
    },
    async add(person) {
      const row = { ...BLANK, ...belongingColumns(person), ...rowOf(changeable(person)) } as Row
      await db
        .insertInto('person')
        .values(row)
        .onConflict(conflict => conflict.columns(['tenant', 'object_id']).doNothing())
        .execute()
      return (await find(person.tenant, person.objectId)) ?? person
    },
    async change(id, what) {
      await db.updateTable('person').set(rowOf(what)).where('id', '=', id).execute()
    },
    async lock(id) {
      const query = db.selectFrom('person').selectAll().where('id', '=', id)
      const row = await lockRow(tx, query).executeTakeFirst()
      return row && personOf(row)
    },
    async setDirection(id, belonging) {
      // Who took part before they said where they work counts where they first say it.
      const took_part_in = sql<string | null>`case when took_part_at is not null
        then coalesce(took_part_in, ${belonging.direction ?? null}) end`
      await db
        .updateTable('person')
        .set({ ...belongingColumns(belonging), took_part_in })
        .where('id', '=', id)
        .execute()
    },
    async claimWelcome(id, at) {
      const update = db.updateTable('person').set({ welcomed_at: at }).where('id', '=', id)
      const { numUpdatedRows } = await update.where('welcomed_at', 'is', null).executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    },
    async names(ids) {
      if (ids.length === 0) return new Map()
      const rows = await db
        .selectFrom('person')
        .select(['id', 'name'])
        .where('id', 'in', ids)
        .limit(100)
        .execute()
      return new Map(rows.map(row => [row.id, row.name]))
    },
    async tookPart(ids, at) {
      if (ids.length === 0) return
      await db
        .updateTable('person')
        .set({
          took_part_at: at,
          took_part_in: sql`case when direction_since > ${at} then former_direction else direction end`,
        })
        .where('id', 'in', ids)
        .where('took_part_at', 'is', null)
        .execute()
    },
    async participants() {
      const place = sql<string>`coalesce(took_part_in, direction, '')`
      const rows = await db
        .selectFrom('person')
        .select(({ fn }) => [place.as('direction'), fn.countAll<number>().as('count')])
        .where('took_part_at', 'is not', null)
        .groupBy(place)
        .execute()
      return rows.map(({ direction, count }) => ({ direction, count: Number(count) }))
    },
    async grantRole(id, { role, leads, deputy }, from) {
      const grant = { role, leads: JSON.stringify(leads), deputy: deputy ? 1 : 0, role_from: from ?? null }
      await db.updateTable('person').set(grant).where('id', '=', id).execute()
    },
    async pilotOf(direction) {
      const row = await seatedFor(direction, 0).executeTakeFirst()
      return row && personOf(row)
    },
    async deputiesOf(direction) {
      return (await seatedFor(direction, 1).orderBy('id').limit(DEPUTIES).execute()).map(personOf)
    },
    async withRole(role, limit) {
      const query = db.selectFrom('person').selectAll().where('role', '=', role)
      const rows = await query.orderBy('id').limit(limit).execute()
      return rows.map(personOf)
    },
    async byId(id) {
      const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
      return row && personOf(row)
    },
  }
}
