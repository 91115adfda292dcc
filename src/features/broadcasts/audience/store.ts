import { type AliasableExpression, sql } from 'kysely'
import { open } from '../../../db/index.ts'
import { PARTICIPANTS } from '../../../kernel/access/permission.ts'
import type { Role } from '../../../kernel/access/role.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { WeekNow } from '../../messages/index.ts'
import { isFor, type PeopleAudience } from './domain.ts'
import type { ReadinessCount } from './rehearsal.ts'
import type { AudienceStore } from './usecases.ts'

const CAN = sql.join([sql.lit('installed'), sql.lit('conversation')])

/**
 * Outcome for each person in the table `among`, decided in the order that delivery uses. One query joins what people,
 * messages and workshops store, so that thousands of rows do not pass through memory.
 */
function how({ week, today, weekday, perWeek }: WeekNow) {
  return sql<ReadinessCount['how']>`case
    when person.reach = 'blocked' then 'blocked'
    when person.reach not in (${CAN}) or person.chat is null then 'not-installed'
    when exists (select 1 from message_stop where message_stop.person_id = person.id
      and message_stop.topic = 'broadcast') then 'stopped'
    when exists (select 1 from message_preference where message_preference.person_id = person.id
      and message_preference.paused_until >= ${today}) then 'paused'
    when (select count(*) from message_slot where message_slot.person_id = person.id
      and message_slot.week = ${week}) >= coalesce((select
        case when per_week < ${perWeek} then per_week else ${perWeek} end from message_preference
        where message_preference.person_id = person.id), ${perWeek}) then 'over'
    when exists (select 1 from message_preference where message_preference.person_id = person.id
      and message_preference.days_off like ${`%${weekday}%`}) then 'off'
    else 'due' end`
}

export function audienceStore(tx: Tx): AudienceStore {
  const db = open(tx)

  /** Ids of the people in the audience. */
  function idsOf(audience: PeopleAudience) {
    const roles = audience.kind === 'roles' ? audience.roles : PARTICIPANTS
    const people = db.selectFrom('person').select('person.id').where('role', 'in', roles)
    if (audience.kind === 'directions') return people.where('person.direction', 'in', audience.directions)
    if (audience.kind !== 'workshop') return people
    return db
      .selectFrom('registration')
      .innerJoin('person', 'person.id', 'registration.person_id')
      .select('person.id')
      .where('workshop_id', '=', audience.workshop)
      .where('answer', '=', 'yes')
      .where('role', 'in', PARTICIPANTS)
  }

  /** People by id. `may`: known when it was started. */
  async function known(after: string, before: number, limit: number) {
    const rows = await db
      .selectFrom('person')
      .select(['id', 'role', 'direction', 'created_at'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows.map(({ id, role, direction, created_at }) => ({
      id,
      role,
      may: created_at <= before,
      ...(direction !== null && { direction }),
    }))
  }

  /** People who answered the workshop, by id. `may`: they have a seat. */
  async function respondents(workshop: string, after: string, limit: number) {
    const rows = await db
      .selectFrom('registration')
      .innerJoin('person', 'person.id', 'registration.person_id')
      .select(['person.id', 'person.role', 'answer'])
      .where('workshop_id', '=', workshop)
      .where('person_id', '>', after)
      .orderBy('person_id')
      .limit(limit)
      .execute()
    return rows.map(({ id, role, answer }) => ({ id, role, may: answer === 'yes' }))
  }

  async function counted(
    among: AliasableExpression<{ id: string }>,
    now: WeekNow,
  ): Promise<readonly ReadinessCount[]> {
    const each = db
      .selectFrom(among.as('among'))
      .innerJoin('person', 'person.id', 'among.id')
      .select(how(now).as('how'))
    return db
      .selectFrom(each.as('each'))
      .select(({ fn }) => ['how', fn.countAll<number>().as('count')])
      .groupBy('how')
      .execute()
  }

  /** People of the file with one of the roles, in any Direction. */
  async function expected(roles: readonly Role[], directions?: readonly string[]): Promise<number> {
    const listed = db
      .selectFrom('expected_person')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where(({ eb, or }) => or(roles.map(role => eb('listed', 'like', `%"role":"${role}"%`))))
    const parts = directions
      ? [listed.where('direction', 'in', directions)]
      : [listed.where('direction', '>', ''), listed.where('direction', 'is', null)]
    let all = 0
    for (const part of parts) all += (await part.executeTakeFirstOrThrow()).count
    return all
  }

  return {
    async page(audience, { after, before }, limit) {
      const looked =
        audience.kind === 'workshop'
          ? await respondents(audience.workshop, after, limit)
          : await known(after, before, limit)
      const found = looked.filter(({ may, ...person }) => may && isFor(audience, person))
      return { found: found.map(({ id }) => id), ...(looked.length === limit && { next: looked.at(-1)?.id }) }
    },

    readiness: (audience, now) => counted(idsOf(audience), now),

    waiting: (broadcast, now) =>
      counted(
        db
          .selectFrom('message')
          .select('person_id as id')
          .where('batch', '=', broadcast)
          .where('state', '=', 'waiting')
          .where('answered_at', 'is', null),
        now,
      ),

    observers: async audience => {
      if (audience.kind !== 'everybody' && audience.kind !== 'directions') return 0
      const observing = db
        .selectFrom('person')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('role', '=', 'observer')
      const among =
        audience.kind === 'everybody' ? observing : observing.where('direction', 'in', audience.directions)
      return (await among.executeTakeFirstOrThrow()).count
    },

    noAccount: async audience => {
      if (audience.kind === 'workshop') return 0
      const roles = audience.kind === 'roles' ? audience.roles : PARTICIPANTS
      return expected(roles, audience.kind === 'directions' ? audience.directions : undefined)
    },
  }
}
