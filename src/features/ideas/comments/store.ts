import { open } from '../../../db/index.ts'
import type { Tables } from '../../../db/tables/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Comment } from './domain.ts'
import type { CommentStore } from './usecases.ts'

/** Maps a row to a comment. */
export function commentOf(row: Tables['idea_comment']): Comment {
  const { id, idea_id, author, text, created_at, hidden_at, hidden_reason, reports, withdrawn_at, trial_id } =
    row
  return {
    id,
    idea: idea_id,
    author,
    text,
    ...(trial_id !== null && { trial: trial_id }),
    at: created_at,
    ...(hidden_at !== null && { hidden: { at: hidden_at, reason: hidden_reason ?? '' } }),
    ...(reports > 0 && { reports }),
    ...(withdrawn_at !== null && { withdrawnAt: withdrawn_at }),
  }
}

export function commentStore(tx: Tx): CommentStore {
  const db = open(tx)
  const shownUnder = (idea: string) =>
    db
      .selectFrom('idea_comment')
      .where(({ or, eb, selectFrom }) =>
        or([
          eb('idea_id', '=', idea),
          eb('idea_id', 'in', selectFrom('idea').select('id').where('root', '=', idea)),
        ]),
      )
      .where('hidden_at', 'is', null)
      .where('withdrawn_at', 'is', null)
  return {
    async commenters(idea, limit, after) {
      const rows = await shownUnder(idea)
        .select('author')
        .distinct()
        .where('author', '>', after)
        .orderBy('author')
        .limit(limit)
        .execute()
      return rows.map(({ author }) => author)
    },
    async hasCommented(person, idea) {
      const query = shownUnder(idea).select('id').where('author', '=', person)
      return (await query.executeTakeFirst()) !== undefined
    },
    async addComment({ id, idea, author, text, at, trial = null }) {
      const unmarked = {
        hidden_at: null,
        hidden_reason: null,
        reports: 0,
        reported_at: null,
        withdrawn_at: null,
        trial_id: trial,
      }
      await db
        .insertInto('idea_comment')
        .values({ id, idea_id: idea, author, text, created_at: at, ...unmarked })
        .execute()
    },
    async findComment(id) {
      const row = await db.selectFrom('idea_comment').selectAll().where('id', '=', id).executeTakeFirst()
      return row && commentOf(row)
    },
    async comments(idea, hidden, limit, after) {
      const rows = await db
        .selectFrom('idea_comment')
        .selectAll()
        .where('idea_id', '=', idea)
        .where('withdrawn_at', 'is', null)
        .$if(hidden !== 'all', query =>
          query.where(({ or, eb }) =>
            or([eb('hidden_at', 'is', null), eb('author', '=', hidden === 'all' ? '' : hidden.of)]),
          ),
        )
        .$if(after !== undefined, query =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('created_at', 'id'), '>', tuple(after?.at ?? 0, after?.id ?? '')),
          ),
        )
        .orderBy('created_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(commentOf)
    },
    async fromTrial(trial, limit) {
      const rows = await db
        .selectFrom('idea_comment')
        .selectAll()
        .where('trial_id', '=', trial)
        .where('hidden_at', 'is', null)
        .where('withdrawn_at', 'is', null)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(commentOf)
    },
    async commentsReportedBy(person, comments) {
      if (comments.length === 0) return new Set()
      const rows = await db
        .selectFrom('idea_comment_report')
        .select('comment_id')
        .where('comment_id', 'in', comments)
        .where('person_id', '=', person)
        .execute()
      return new Set(rows.map(row => row.comment_id))
    },
    async setCommentWithdrawn(id, at) {
      await db
        .updateTable('idea_comment')
        .set({ withdrawn_at: at ?? null })
        .where('id', '=', id)
        .execute()
    },
    async recountComments(idea) {
      const { comments } = await db
        .selectFrom('idea_comment')
        .select(({ fn }) => fn.countAll<number>().as('comments'))
        .where('idea_id', '=', idea)
        .where('hidden_at', 'is', null)
        .where('withdrawn_at', 'is', null)
        .executeTakeFirstOrThrow()
      await db.updateTable('idea').set({ comments }).where('id', '=', idea).execute()
    },
  }
}
