import type { ExpressionBuilder } from 'kysely'
import { lockRow, open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { type IdeaRow, ideaOf, NONE, type Small } from '../idea/row-store.ts'
import type { Wall, WallEntry } from './domain.ts'
import type { WallStore } from './usecases.ts'

type Row = IdeaRow & Pick<Tables['wall_idea'], 'revision' | 'hidden' | 'approved' | 'likeness'>

function entryOf(row: Row, small: Small): WallEntry {
  const { revision, hidden, approved, likeness } = row
  return {
    idea: ideaOf(row, small),
    revision,
    hidden: hidden === 1,
    approved: approved === 1,
    ...(likeness !== null && { likeness }),
  }
}

function wallOf({ revision, turn, reviewed }: Tables['wall']): Wall {
  return { revision, turn, reviewed: reviewed === 1 }
}

const stands = (eb: ExpressionBuilder<Pick<Tables, 'idea'>, 'idea'>) =>
  eb.and([eb('idea.state', 'not in', ['withdrawn', 'merged']), eb('idea.hidden_at', 'is', null)])

export function wallStore(tx: Tx, small: Small = NONE): WallStore {
  const db = open(tx)
  const one = (workshop: string) => db.selectFrom('wall').selectAll().where('workshop_id', '=', workshop)
  const entries = () =>
    db
      .selectFrom('wall_idea')
      .innerJoin('idea', 'idea.id', 'wall_idea.idea_id')
      .selectAll('idea')
      .select(['wall_idea.revision', 'wall_idea.hidden', 'wall_idea.approved', 'wall_idea.likeness'])
  const after = (workshop: string, revision: number) =>
    entries()
      .where('wall_idea.workshop_id', '=', workshop)
      .where('wall_idea.revision', '>', revision)
      .orderBy('wall_idea.revision')

  /** The next revision; the wall's row stays locked until the transaction ends, so that they are committed in order. */
  async function next(workshop: string): Promise<number> {
    const { revision } = await db
      .insertInto('wall')
      .values({ workshop_id: workshop, revision: 1, turn: 0, reviewed: 0 })
      .onConflict(on =>
        on.column('workshop_id').doUpdateSet(eb => ({ revision: eb('wall.revision', '+', 1) })),
      )
      .returning('revision')
      .executeTakeFirstOrThrow()
    return revision
  }

  async function mark(workshop: string, idea: string, said: { hidden: number } | { approved: number }) {
    const revision = await next(workshop)
    await db
      .updateTable('wall_idea')
      .set({ ...said, revision })
      .where('idea_id', '=', idea)
      .execute()
  }

  return {
    async wall(workshop) {
      const row = await one(workshop).executeTakeFirst()
      return row && wallOf(row)
    },
    async changed(workshop, revision, limit) {
      const rows = await after(workshop, revision).limit(limit).execute()
      return rows.map(row => entryOf(row, small))
    },
    async find(idea) {
      const row = await entries().where('wall_idea.idea_id', '=', idea).executeTakeFirst()
      return row && entryOf(row, small)
    },
    async waiting(workshop, revision, limit) {
      const rows = await after(workshop, revision)
        .where('wall_idea.approved', '=', 0)
        .where('wall_idea.hidden', '=', 0)
        .where(stands)
        .limit(limit)
        .execute()
      return rows.map(row => entryOf(row, small))
    },
    async hidden(workshop, revision, limit) {
      const rows = await after(workshop, revision)
        .where('wall_idea.hidden', '=', 1)
        .where(stands)
        .limit(limit)
        .execute()
      return rows.map(row => entryOf(row, small))
    },
    setHidden: (workshop, idea, hidden) => mark(workshop, idea, { hidden: hidden ? 1 : 0 }),
    setApproved: (workshop, idea) => mark(workshop, idea, { approved: 1 }),
    async lockWall(workshop) {
      await db
        .insertInto('wall')
        .values({ workshop_id: workshop, revision: 0, turn: 0, reviewed: 0 })
        .onConflict(on => on.column('workshop_id').doNothing())
        .execute()
      return wallOf(await lockRow(tx, one(workshop)).executeTakeFirstOrThrow())
    },
    async setReviewed(workshop, reviewed) {
      await db
        .updateTable('wall')
        .set(eb => ({ reviewed: reviewed ? 1 : 0, turn: eb('turn', '+', 1) }))
        .where('workshop_id', '=', workshop)
        .execute()
    },
    async approveShown(workshop) {
      await db
        .updateTable('wall_idea')
        .set({ approved: 1 })
        .where('workshop_id', '=', workshop)
        .where('approved', '=', 0)
        .where('hidden', '=', 0)
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('idea')
              .select('idea.id')
              .whereRef('idea.id', '=', 'wall_idea.idea_id')
              // Known already, and by it PostgreSQL reads that workshop's ideas alone.
              .where('idea.workshop_id', '=', workshop)
              .where(stands),
          ),
        )
        .execute()
    },
  }
}
