import { z } from 'zod'
import { formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import { onceKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { may, permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { COMMENTS, type HandlerParts, id, none, optional, type Replies } from '../card/reply-handlers.ts'
import { commentReportForm } from '../moderation/comment-report-cards.ts'
import { COMMENT_MODERATION_PERMISSIONS } from '../moderation/comment-reports.ts'
import { threadCard } from '../news/thread-cards.ts'
import { commentForm, withdrawOn } from './cards.ts'
import { COMMENT_PERMISSIONS } from './domain.ts'
import { commentsCard } from './list-cards.ts'
import { withdrawalHandlers } from './withdrawal-handlers.ts'

const draft = z.object({ idea: id, text: z.string().default(''), nonce: none })
const page = z.object({ idea: id, after: none })
const report = page.extend({ comment: none, text: z.string().default('') })

/** What is said under an idea, and what became of it. */
export function commentHandlers(parts: HandlerParts, replies: Replies): Handlers {
  const { reply, done, oneReply } = replies
  const { ideas, programme, words, ids } = parts

  async function formReply(actor: Actor, { idea, text, nonce }: z.infer<typeof draft>): Promise<Reply> {
    permit(COMMENT_PERMISSIONS.comment, actor.role)
    const asked = await ideas.show(actor, idea)
    // What is joined with another is spoken of there.
    const seen = asked.root === undefined ? asked : await ideas.show(actor, asked.root)
    const w = words(actor.language)
    const card = commentForm(w, programme, seen, formNonce(ids, actor, nonce), text)
    return reply(actor.language, card, w.say('comment.label'))
  }

  async function comment(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea, text } = parse(draft, pressed.data)
    const said = await ideas.comment(actor, idea, text, onceKeys(actor, pressed))
    const last = withdrawOn(words(actor.language), idea, [said], '')
    return oneReply(actor, await ideas.show(actor, idea), done(actor, pressed, 'comment.sent'), { last })
  }

  /** `withdrawn`: id of the comment that was just taken back. */
  async function commentsReply(
    actor: Actor,
    data: unknown,
    notice?: Notice,
    withdrawn?: string,
  ): Promise<Reply> {
    const { idea: wanted, after } = parse(page, data)
    const { idea, ...found } = await ideas.comments(actor, wanted, COMMENTS, optional(after))
    const w = words(actor.language)
    const card = commentsCard(w, programme, idea, found, {
      may: may(COMMENT_PERMISSIONS.comment, actor.role),
      after,
      ...(withdrawn !== undefined && { withdrawn }),
    })
    return reply(actor.language, card, notice?.title ?? w.say('comment.list'), notice)
  }

  async function reportForm(actor: Actor, data: unknown): Promise<Reply> {
    // Of one's own comments none is among the choices.
    permit(COMMENT_MODERATION_PERMISSIONS.reportComment, actor.role, 'others')
    const { idea: wanted, ...typed } = parse(report, data)
    const { idea, items } = await ideas.comments(actor, wanted, COMMENTS, optional(typed.after))
    const w = words(actor.language)
    const card = commentReportForm(w, programme, idea, items, typed)
    return reply(actor.language, card, w.say('comment.report'))
  }

  async function reportComment(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { comment: chosen, text } = parse(report, pressed.data)
    if (chosen === '') throw new Refusal('comment-unchosen')
    await ideas.reportComment(actor, chosen, text)
    const notice = done(actor, pressed, 'comment.report.sent', 'comment.report.sent.sub')
    return commentsReply(actor, pressed.data, notice)
  }

  async function timeline(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea: wanted, after } = parse(page, pressed.data)
    const { idea, ...events } = await ideas.timeline(actor, wanted, COMMENTS, optional(after))
    const w = words(actor.language)
    return reply(actor.language, threadCard(w, programme, idea, events), w.say('thread.open'))
  }

  return {
    verbs: {
      'ideas.comment-form': async (actor, { data }) => formReply(actor, { ...parse(draft, data), nonce: '' }),
      'ideas.comment': {
        run: comment,
        redraw: async (actor, { data }) => formReply(actor, parse(draft, data)),
      },
      'ideas.comments': async (actor, { data }) => commentsReply(actor, data),
      'ideas.report-comment-form': async (actor, { data }) => reportForm(actor, data),
      'ideas.report-comment': {
        run: reportComment,
        redraw: async (actor, { data }) => reportForm(actor, data),
      },
      'ideas.thread': timeline,
      ...withdrawalHandlers(parts, replies, commentsReply).verbs,
    },
  }
}
