import { type Kysely, type Selectable, type SqlBool, sql } from 'kysely'
import { lockRow, open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { shutOf } from '../channel/row-store.ts'
import type { AnnouncementOutcome, AnnouncementPlace, Unsettled } from './outcome.ts'
import type { AnnouncedStore } from './outcome-usecases.ts'

// Spelled as in the conditions of the partial indexes: SQLite does not use them with bound parameters.
const UNSETTLED = sql<SqlBool>`announced.state in ('refused', 'unknown', 'dead')`
const WAITING = sql<SqlBool>`state = 'waiting'`

function rowsOf(db: Kysely<Tables>) {
  return db
    .selectFrom('announced')
    .innerJoin('channel', 'channel.id', 'announced.channel_id')
    .innerJoin('team', 'team.id', 'channel.team_id')
    .select(['announced.thing', 'announced.id', 'announced.channel_id', 'announced.state'])
    .select(['announced.why', 'announced.at', 'channel.name', 'team.name as teamName'])
    .select(['channel.refused_at', 'channel.refused_why', 'channel.heard_at', 'channel.deleted'])
    .select(['team.archived', 'team.deleted as teamDeleted', 'team.removed_at'])
}

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

function outcomeIn({
  state,
  why,
  at,
}: Pick<Selectable<Tables['announced']>, 'state' | 'why' | 'at'>): AnnouncementOutcome {
  return { state, at, ...(why !== null && { why }) }
}

function unsettledOf(row: Row): Unsettled {
  const { thing, id, channel_id: channel, name, teamName, archived, deleted, teamDeleted, removed_at } = row
  const shut = shutOf(row)
  const there = archived + deleted + teamDeleted === 0 && removed_at === null
  const where = { name, teamName, ...(shut && { shut }) }
  return { thing, id, channel, ...outcomeIn(row), where, open: there && !shut }
}

export function announcedStore(tx: Tx): AnnouncedStore {
  const db = open(tx)

  const at = ({ thing, id, channel }: AnnouncementPlace) =>
    rowsOf(db)
      .where('announced.thing', '=', thing)
      .where('announced.id', '=', id)
      .where('announced.channel_id', '=', channel)

  return {
    async lockOutcome({ thing, id, channel }) {
      const query = db.selectFrom('announced').select(['state', 'why', 'at'])
      const one = query.where('thing', '=', thing).where('id', '=', id).where('channel_id', '=', channel)
      const row = await lockRow(tx, one).executeTakeFirst()
      return row && outcomeIn(row)
    },

    async setOutcome({ thing, id, channel }, { state, why = null, at }) {
      const update = db.updateTable('announced').set({ state, why, at })
      await update.where('thing', '=', thing).where('id', '=', id).where('channel_id', '=', channel).execute()
    },

    async refuse(channel, { since, why }) {
      const set = { refused_at: since, refused_why: why }
      await db
        .updateTable('channel')
        .set(set)
        .where('id', '=', channel)
        .where(({ eb, or, ref }) =>
          or([eb('refused_at', 'is', null), eb('refused_at', '<', ref('heard_at'))]),
        )
        .execute()
    },

    async refuseWaiting(channel, why) {
      const update = db.updateTable('announced').set({ state: 'refused', why })
      await update.where('channel_id', '=', channel).where(WAITING).execute()
    },

    async hear({ team, channel }, when) {
      const found = db.selectFrom('channel').select('id').where('refused_at', '<', when)
      const shut = found.whereRef('refused_at', '>=', 'heard_at').limit(1)
      const update = db.updateTable('channel').set({ heard_at: when }).where('heard_at', '<', when)
      const lifted = channel === undefined ? shut.where('team_id', '=', team) : shut.where('id', '=', channel)
      const isLifted = (await lifted.executeTakeFirst()) !== undefined
      const all =
        channel === undefined ? update.where('team_id', '=', team) : update.where('id', '=', channel)
      await all.execute()
      return isLifted
    },

    async access(channel) {
      const query = db.selectFrom('channel').select(['refused_at', 'refused_why', 'heard_at', 'team_id'])
      const row = await query.where('id', '=', channel).executeTakeFirst()
      if (!row) return undefined
      const shut = shutOf(row)
      return { team: row.team_id, ...(shut && { shut }) }
    },

    async unsettled(limit, after) {
      const from = after && (await at(after).executeTakeFirst())
      const rows = await rowsOf(db)
        .where(UNSETTLED)
        .$if(from !== undefined, query =>
          query.where(({ eb, refTuple, tuple }) =>
            from
              ? eb(
                  refTuple('announced.at', 'announced.thing', 'announced.id', 'announced.channel_id'),
                  '<',
                  tuple(from.at, from.thing, from.id, from.channel_id),
                )
              : eb.lit(true),
          ),
        )
        .orderBy('announced.at', 'desc')
        .orderBy('announced.thing', 'desc')
        .orderBy('announced.id', 'desc')
        .orderBy('announced.channel_id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(unsettledOf)
    },

    async place(place) {
      const row = await at(place).executeTakeFirst()
      return row && unsettledOf(row)
    },

    async countUnsettled() {
      const query = db.selectFrom('announced').select(({ fn }) => fn.countAll<number>().as('count'))
      return Number((await query.where(UNSETTLED).executeTakeFirstOrThrow()).count)
    },
  }
}
