import type { Selectable } from 'kysely'
import { lockRow, open } from '../../db/index.ts'
import type { Tables } from '../../db/tables/index.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { Idea, IdeaBox } from './domain.ts'
import type { IdeaStore } from './usecases.ts'

type IdeaRow = Selectable<Tables['idea']>

/** Supports of one person that may wait for their Direction. */
const MANY = 500

function ideaOf(row: IdeaRow): Idea {
  return {
    id: row.id,
    author: row.author,
    ...(row.direction !== null && { direction: row.direction }),
    ...(row.axis !== null && { axis: row.axis }),
    text: row.text,
    state: row.state,
    ...(row.box_id !== null && { box: row.box_id }),
    ...(row.channel_id !== null && { channel: row.channel_id }),
    ...(row.address !== null && { address: row.address }),
    supports: row.supports,
    directions: row.directions,
    at: row.created_at,
  }
}

function rowOf(idea: Idea): IdeaRow {
  return {
    id: idea.id,
    author: idea.author,
    direction: idea.direction ?? null,
    axis: idea.axis ?? null,
    text: idea.text,
    state: idea.state,
    box_id: idea.box ?? null,
    channel_id: idea.channel ?? null,
    address: idea.address ?? null,
    supports: idea.supports,
    directions: idea.directions,
    created_at: idea.at,
  }
}

function boxOf(row: Selectable<Tables['idea_box']>): IdeaBox {
  const { id, question, channel_id, organiser, created_at } = row
  return { id, question, channel: channel_id, organiser, at: created_at }
}

export function ideaStore(tx: Tx): IdeaStore {
  const db = open(tx)
  const one = (id: string) => db.selectFrom('idea').selectAll().where('id', '=', id)
  return {
    async add(idea) {
      await db.insertInto('idea').values(rowOf(idea)).execute()
    },
    async find(id) {
      const row = await one(id).executeTakeFirst()
      return row && ideaOf(row)
    },
    async lock(id) {
      const row = await lockRow(tx, one(id)).executeTakeFirst()
      return row && ideaOf(row)
    },
    async setAxis(id, axis) {
      await db.updateTable('idea').set({ axis }).where('id', '=', id).execute()
    },
    async putSupport({ idea, person, direction = null, at }) {
      await db
        .insertInto('idea_support')
        .values({ idea_id: idea, person_id: person, direction, at })
        .onConflict(on => {
          const same = on.columns(['idea_id', 'person_id'])
          return direction === null ? same.doNothing() : same.doUpdateSet({ direction })
        })
        .execute()
    },
    async removeSupport(idea, person) {
      await db
        .deleteFrom('idea_support')
        .where('idea_id', '=', idea)
        .where('person_id', '=', person)
        .execute()
    },
    async unplaced(person) {
      const rows = await db
        .selectFrom('idea_support')
        .select('idea_id')
        .where('person_id', '=', person)
        .where('direction', 'is', null)
        .limit(MANY)
        .execute()
      return rows.map(row => row.idea_id)
    },
    async place(id, person, direction) {
      await db
        .updateTable('idea_support')
        .set({ direction })
        .where('idea_id', '=', id)
        .where('person_id', '=', person)
        .where('direction', 'is', null)
        .execute()
      await db
        .updateTable('idea')
        .set({ direction })
        .where('id', '=', id)
        .where('author', '=', person)
        .where('direction', 'is', null)
        .execute()
    },
    async recount(id) {
      const { supports, directions } = await db
        .selectFrom('idea_support')
        .select(({ fn }) => [
          fn.countAll<number>().as('supports'),
          fn.count<number>('direction').distinct().as('directions'),
        ])
        .where('idea_id', '=', id)
        .executeTakeFirstOrThrow()
      await db.updateTable('idea').set({ supports, directions }).where('id', '=', id).execute()
    },
    async supportedBy(person, ideas) {
      if (ideas.length === 0) return new Set()
      const rows = await db
        .selectFrom('idea_support')
        .select('idea_id')
        .where('person_id', '=', person)
        .where('idea_id', 'in', ideas)
        .execute()
      return new Set(rows.map(row => row.idea_id))
    },
    async newest({ author, box }, limit, after) {
      const rows = await db
        .selectFrom('idea')
        .selectAll()
        .$if(author !== undefined, query => query.where('author', '=', author ?? ''))
        .$if(box !== undefined, query => query.where('box_id', '=', box ?? ''))
        .$if(after !== undefined, query =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('created_at', 'id'), '<', tuple(after?.at ?? 0, after?.id ?? '')),
          ),
        )
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(ideaOf)
    },
    async mostSupported(limit) {
      const rows = await db
        .selectFrom('idea')
        .selectAll()
        .orderBy('supports', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(ideaOf)
    },
    async byIds(ids) {
      if (ids.length === 0) return []
      const rows = await db.selectFrom('idea').selectAll().where('id', 'in', ids).execute()
      return rows.map(ideaOf)
    },
    async addBox({ id, question, channel, organiser, at }) {
      await db
        .insertInto('idea_box')
        .values({ id, question, channel_id: channel, organiser, created_at: at })
        .execute()
    },
    async findBox(id) {
      const row = await db.selectFrom('idea_box').selectAll().where('id', '=', id).executeTakeFirst()
      return row && boxOf(row)
    },
  }
}
