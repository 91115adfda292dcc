import { open } from '../../../db/index.ts'
import type { Cursor } from '../../../kernel/requests/cursor.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { commentOf } from '../comments/store.ts'
import type { CommentModerationStore } from './comment-report-usecases.ts'
import type { ReportedComment } from './comment-reports.ts'

export function commentModerationStore(tx: Tx): CommentModerationStore {
  const db = open(tx)

  /** A page under ideas that were not taken back, in the order of `by`. */
  async function page(
    by: 'reported_at' | 'hidden_at',
    limit: number,
    after?: Cursor,
  ): Promise<readonly ReportedComment[]> {
    const [since, id] = [`idea_comment.${by}`, 'idea_comment.id'] as const
    const rows = await db
      .selectFrom('idea_comment')
      .innerJoin('idea', 'idea.id', 'idea_comment.idea_id')
      .selectAll('idea_comment')
      .select(['idea.text as idea_text', 'idea.author as idea_author', 'idea.unnamed'])
      .where(since, 'is not', null)
      .where('idea.state', '<>', 'withdrawn')
      .where('idea_comment.withdrawn_at', 'is', null)
      .$if(after !== undefined, query =>
        query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple(since, id), '>', tuple(after?.at ?? 0, after?.id ?? '')),
        ),
      )
      .orderBy(since)
      .orderBy(id)
      .limit(limit)
      .execute()
    return rows.map(({ idea_text, idea_author, unnamed, ...row }) => ({
      comment: commentOf(row),
      under: {
        id: row.idea_id,
        text: idea_text,
        author: idea_author,
        ...(unnamed === 1 && { unnamed: true as const }),
      },
      at: row[by] ?? 0,
    }))
  }

  return {
    async addCommentReport({ comment, person, reason = null, at }) {
      const added = await db
        .insertInto('idea_comment_report')
        .values({ comment_id: comment, person_id: person, reason, at, settled_at: null })
        .onConflict(on => on.columns(['comment_id', 'person_id']).doNothing())
        .executeTakeFirst()
      return added.numInsertedOrUpdatedRows === 1n
    },
    async recountCommentReports(comment) {
      const { reports, since } = await db
        .selectFrom('idea_comment_report')
        .select(({ fn }) => [fn.countAll<number>().as('reports'), fn.min('at').as('since')])
        .where('comment_id', '=', comment)
        .where('settled_at', 'is', null)
        .executeTakeFirstOrThrow()
      const counted = { reports, reported_at: since }
      await db.updateTable('idea_comment').set(counted).where('id', '=', comment).execute()
    },
    async closeCommentReports(comment, at) {
      await db
        .updateTable('idea_comment_report')
        .set({ reason: null, settled_at: at })
        .where('comment_id', '=', comment)
        .where('settled_at', 'is', null)
        .execute()
      const settled = { reports: 0, reported_at: null }
      await db.updateTable('idea_comment').set(settled).where('id', '=', comment).execute()
    },
    async reopenCommentReports(comment) {
      const reopened = await db
        .updateTable('idea_comment_report')
        .set({ settled_at: null })
        .where('comment_id', '=', comment)
        .where('settled_at', '=', ({ selectFrom }) =>
          selectFrom('idea_comment_report')
            .select(({ fn }) => fn.max('settled_at').as('last'))
            .where('comment_id', '=', comment),
        )
        .executeTakeFirst()
      return reopened.numUpdatedRows > 0n
    },
    async setCommentHidden(id, hiding) {
      const { at = null, reason = null } = hiding ?? {}
      const set = { hidden_at: at, hidden_reason: reason }
      await db.updateTable('idea_comment').set(set).where('id', '=', id).execute()
    },
    reportedComments: (limit, after) => page('reported_at', limit, after),
    hiddenComments: (limit, after) => page('hidden_at', limit, after),
    async commentReasons(comment, most) {
      const rows = await db
        .selectFrom('idea_comment_report')
        .select('reason')
        .where('comment_id', '=', comment)
        .where('settled_at', 'is', null)
        .where('reason', 'is not', null)
        .orderBy('at')
        .limit(most)
        .execute()
      return rows.flatMap(({ reason }) => reason ?? [])
    },
  }
}
