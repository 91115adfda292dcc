import type { Actor } from '../../../kernel/access/actor.ts'
import { rounded } from '../../../kernel/personal-data/counts.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import type { WatchedCommentView } from '../../../tabs/contract/ideas/comments.ts'
import { hidingInput, reportInput } from '../../../tabs/contract/ideas/ideas.ts'
import { idParams, pageQuery } from '../../../tabs/contract/primitives.ts'
import { commentView } from '../comments/view-routes.ts'
import type { ModerationQueue } from '../idea/hiding.ts'
import type { CommentModerationUsecases } from './comment-report-usecases.ts'
import type { ReportedCommentSeen } from './comment-reports.ts'

const PAGE = 20

function watchedView({ comment, under, at, reasons }: ReportedCommentSeen): WatchedCommentView {
  const { id, text } = under
  const reports = rounded(comment.reports ?? 0)
  return { ...commentView(comment), idea: { id, text }, since: at, reports, reasons }
}

/** Reporting comments, and organisers' decisions about them. */
export function commentModerationRoutes(
  commentReports: Pick<
    CommentModerationUsecases,
    'watchedComments' | 'reportComment' | 'hideComment' | 'restoreComment' | 'keepComment' | 'reopenComment'
  >,
): ApiRoute[] {
  const listing = (queue: ModerationQueue): ApiRoute => ({
    method: 'get',
    path: `/comments/${queue}`,
    run: async ({ actor, query }) => {
      const { items, ...rest } = await commentReports.watchedComments(
        actor,
        queue,
        PAGE,
        parse(pageQuery, query).after,
      )
      return { items: items.map(watchedView), ...rest }
    },
  })
  const acting = (
    act: 'report' | 'hide' | 'restore' | 'keep' | 'reopen',
    does: (actor: Actor, id: string, body: unknown) => Promise<void>,
  ): ApiRoute => ({
    method: 'post',
    path: `/comments/:id/${act}`,
    run: async ({ actor, params, body }) => {
      const { id } = parse(idParams, params)
      await does(actor, id, body)
      return { id }
    },
  })
  return [
    listing('reported'),
    listing('hidden'),
    acting('report', (actor, id, body) =>
      commentReports.reportComment(actor, id, parse(reportInput, body).reason),
    ),
    acting('hide', (actor, id, body) =>
      commentReports.hideComment(actor, id, parse(hidingInput, body).reason),
    ),
    acting('restore', (actor, id) => commentReports.restoreComment(actor, id)),
    acting('keep', (actor, id) => commentReports.keepComment(actor, id)),
    acting('reopen', (actor, id) => commentReports.reopenComment(actor, id)),
  ]
}
