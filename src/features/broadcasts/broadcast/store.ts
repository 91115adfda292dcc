import type { Selectable } from 'kysely'
import { lockRow, open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { TargetAudience } from '../audience/domain.ts'
import type { Broadcast, StartPlan } from './domain.ts'
import type { BroadcastStore } from './usecases.ts'

type Row = Selectable<Tables['broadcast']>

function planOf(at: number, off: Row['unplanned']): StartPlan {
  return off === null ? { at } : { at, off }
}

function broadcastOf(row: Row): Broadcast {
  const { id, author, text, version, state, people, again } = row
  return {
    id,
    author,
    text,
    version,
    state,
    people,
    again,
    audience: JSON.parse(row.audience) as TargetAudience,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    ...(row.thing !== null && row.thing_id !== null && { thing: { kind: row.thing, id: row.thing_id } }),
    ...(row.rehearsed !== null && { rehearsed: row.rehearsed }),
    ...(row.spread !== null && { spread: row.spread }),
    ...(row.again_after !== null && { againAfter: row.again_after }),
    ...(row.started_at !== null && { startedAt: row.started_at }),
    ...(row.not_after !== null && { until: row.not_after }),
    ...(row.planned_for !== null && { plan: planOf(row.planned_for, row.unplanned) }),
  }
}

function rowOf(broadcast: Broadcast): Row {
  const { id, author, text, version, state, people, again } = broadcast
  return {
    id,
    author,
    text,
    version,
    state,
    people,
    again,
    audience: JSON.stringify(broadcast.audience),
    thing: broadcast.thing?.kind ?? null,
    thing_id: broadcast.thing?.id ?? null,
    rehearsed: broadcast.rehearsed ?? null,
    spread: broadcast.spread ?? null,
    again_after: broadcast.againAfter ?? null,
    created_at: broadcast.createdAt,
    changed_at: broadcast.changedAt,
    started_at: broadcast.startedAt ?? null,
    not_after: broadcast.until ?? null,
    planned_for: broadcast.plan?.at ?? null,
    unplanned: broadcast.plan?.off ?? null,
  }
}

export function broadcastStore(tx: Tx): BroadcastStore {
  const db = open(tx)
  const byId = (id: string) => db.selectFrom('broadcast').selectAll().where('id', '=', id)
  return {
    async add(broadcast) {
      await db.insertInto('broadcast').values(rowOf(broadcast)).execute()
    },

    async change(broadcast) {
      const { id, ...to } = rowOf(broadcast)
      await db.updateTable('broadcast').set(to).where('id', '=', id).execute()
    },

    async remove(id) {
      await db.deleteFrom('broadcast').where('id', '=', id).execute()
    },

    async find(id) {
      const row = await byId(id).executeTakeFirst()
      return row && broadcastOf(row)
    },

    async lock(id) {
      const row = await lockRow(tx, byId(id)).executeTakeFirst()
      return row && broadcastOf(row)
    },

    async newest(limit, after) {
      const rows = await db
        .selectFrom('broadcast')
        .selectAll()
        .$if(after !== undefined, query =>
          query.where(({ eb, refTuple, tuple }) =>
            after ? eb(refTuple('created_at', 'id'), '<', tuple(after.at, after.id)) : eb.lit(true),
          ),
        )
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(broadcastOf)
    },
  }
}
