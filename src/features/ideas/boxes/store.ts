import type { Selectable } from 'kysely'
import { open } from '../../../db/index.ts'
import type { Tables } from '../../../db/tables/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { BoxTally, IdeaBox } from './domain.ts'
import type { BoxStore } from './usecases.ts'

function boxOf(row: Selectable<Tables['idea_box']>): IdeaBox {
  const { id, question, organiser, created_at, kind, closed_at } = row
  return {
    id,
    question,
    organiser,
    kind,
    at: created_at,
    ...(closed_at !== null && { closedAt: closed_at }),
  }
}

export function boxStore(tx: Tx): BoxStore {
  const db = open(tx)
  return {
    async addBox({ id, question, organiser, kind, at }) {
      const row = { id, question, organiser, kind, created_at: at, closed_at: null }
      await db.insertInto('idea_box').values(row).execute()
    },
    async findBox(id) {
      const row = await db.selectFrom('idea_box').selectAll().where('id', '=', id).executeTakeFirst()
      return row && boxOf(row)
    },
    async boxes(limit, after) {
      const rows = await db
        .selectFrom('idea_box')
        .selectAll()
        .where(({ eb, refTuple, tuple }) =>
          eb(refTuple('created_at', 'id'), '<', tuple(after?.at ?? Number.MAX_SAFE_INTEGER, after?.id ?? '')),
        )
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(boxOf)
    },
    async boxTallies(ids) {
      if (ids.length === 0) return new Map()
      const rows = await db
        .selectFrom('idea')
        .select(({ fn, eb }) => [
          'box_id',
          fn.countAll<number>().as('ideas'),
          fn
            .sum<number>(
              eb
                .case()
                .when('state', 'in', ['answered', 'retained', 'initiative', 'aside'])
                .then(1)
                .else(0)
                .end(),
            )
            .as('answered'),
        ])
        .where('box_id', 'in', [...ids])
        .where('state', 'not in', ['withdrawn', 'merged'])
        .where('hidden_at', 'is', null)
        .groupBy('box_id')
        .execute()
      return new Map(
        rows.map(({ box_id, ideas, answered }): [string, BoxTally] => [
          box_id ?? '',
          { ideas: Number(ideas), answered: Number(answered) },
        ]),
      )
    },
    async setClosed(id, at) {
      await db.updateTable('idea_box').set({ closed_at: at }).where('id', '=', id).execute()
    },
  }
}
