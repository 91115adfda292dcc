import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { IdeaAxes } from '../card/frame-cards.ts'
import { COMMENTS, type IdeaReplies, id, none, optional } from '../card/reply-handlers.ts'
import type { CommentsReply } from '../comments/handlers.ts'
import type { CommentUsecases } from '../comments/usecases.ts'
import { commentReportForm } from './comment-report-cards.ts'
import type { CommentModerationUsecases } from './comment-report-usecases.ts'
import { COMMENT_MODERATION_PERMISSIONS } from './comment-reports.ts'

const report = z.object({ idea: id, after: none, comment: none, text: z.string().default('') })

type Parts = {
  readonly comments: Pick<CommentUsecases, 'comments'>
  readonly commentReports: Pick<CommentModerationUsecases, 'reportComment'>
  readonly programme: IdeaAxes
  readonly words: (language: Language) => Words
}

/** Reporting one of a page of comments. `commentsReply`: shows that page again. */
export function commentReportHandlers(
  { comments, commentReports, programme, words }: Parts,
  { reply, done }: IdeaReplies,
  commentsReply: CommentsReply,
): Handlers {
  async function reportForm(actor: Actor, data: unknown): Promise<Reply> {
    // The form offers no comment of one's own.
    permit(COMMENT_MODERATION_PERMISSIONS.reportComment, actor.role, 'others')
    const { idea: wanted, ...typed } = parse(report, data)
    const { idea, items } = await comments.comments(actor, wanted, COMMENTS, optional(typed.after))
    const w = words(actor.language)
    const card = commentReportForm(w, programme, idea, items, typed)
    return reply(actor.language, card, w.say('comment.report'))
  }

  async function reportComment(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { comment: chosen, text } = parse(report, pressed.data)
    if (chosen === '') throw new Refusal('comment-unchosen')
    await commentReports.reportComment(actor, chosen, text)
    const notice = done(actor, pressed, 'comment.report.sent', 'idea.report.sent.sub')
    return commentsReply(actor, pressed.data, notice)
  }

  return {
    verbs: {
      'ideas.report-comment-form': async (actor, { data }) => reportForm(actor, data),
      'ideas.report-comment': {
        run: reportComment,
        redraw: async (actor, { data }) => reportForm(actor, data),
      },
    },
  }
}
