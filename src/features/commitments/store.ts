import type { Selectable } from 'kysely'
import type { Tables } from '../../db/index.ts'
import { open } from '../../db/index.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { Commitment } from './domain.ts'
import type { CommitmentStore } from './usecases.ts'

type CommitmentRow = Selectable<Tables['commitment']>

function commitmentOf(row: CommitmentRow): Commitment {
  return {
    id: row.id,
    person: row.person_id,
    ...(row.direction !== null && { direction: row.direction }),
    axis: row.axis,
    text: row.text,
    horizon: row.horizon,
    visibility: row.visibility,
    state: row.state,
    ...(row.idea_id !== null && { idea: row.idea_id }),
    at: row.created_at,
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
  }
}

function rowOf(commitment: Commitment): CommitmentRow {
  const { id, person, direction = null, axis, text, horizon, visibility, state, idea = null } = commitment
  return {
    id,
    person_id: person,
    direction,
    axis,
    text,
    horizon,
    visibility,
    state,
    idea_id: idea,
    created_at: commitment.at,
    ended_at: commitment.endedAt ?? null,
  }
}

export function commitmentStore(tx: Tx): CommitmentStore {
  const db = open(tx)
  return {
    async add(commitment) {
      await db.insertInto('commitment').values(rowOf(commitment)).execute()
    },
    async find(id) {
      const row = await db.selectFrom('commitment').selectAll().where('id', '=', id).executeTakeFirst()
      return row && commitmentOf(row)
    },
    async end(id, state, at) {
      await db.updateTable('commitment').set({ state, ended_at: at }).where('id', '=', id).execute()
    },
    async newest(person, limit, after) {
      const rows = await db
        .selectFrom('commitment')
        .selectAll()
        .where('person_id', '=', person)
        .$if(after !== undefined, query =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('created_at', 'id'), '<', tuple(after?.at ?? 0, after?.id ?? '')),
          ),
        )
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(commitmentOf)
    },
    async sharers(person, direction) {
      const shared = db
        .selectFrom('commitment')
        .select(['axis', 'person_id'])
        .where('person_id', '!=', person)
        .where('state', '!=', 'let-go')
      const near = shared.where('visibility', '=', 'direction').where('direction', '=', direction ?? '')
      // Two indexed reads; « union » also drops what a person shares twice under one axis.
      return db
        .selectFrom(shared.where('visibility', '=', 'everyone').union(near).as('sharer'))
        .select(({ fn }) => ['axis', fn.countAll<number>().as('count')])
        .groupBy('axis')
        .execute()
    },
  }
}
