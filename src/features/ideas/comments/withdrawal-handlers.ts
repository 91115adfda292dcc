import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { IdeaAxes } from '../card/frame-cards.ts'
import { COMMENTS, type IdeaReplies, id, none, optional } from '../card/reply-handlers.ts'
import { withdrawalForm } from './cards.ts'
import { COMMENT_PERMISSIONS } from './domain.ts'
import type { CommentUsecases } from './usecases.ts'

const page = z.object({ idea: id, after: none, comment: none })

type Parts = {
  readonly comments: Pick<CommentUsecases, 'comments' | 'withdrawComment' | 'undoWithdrawComment'>
  readonly programme: IdeaAxes
  readonly words: (language: Language) => Words
}

/** Taking back one's own comment, on the page of comments that `list` shows again. */
export function withdrawalHandlers(
  { comments, programme, words }: Parts,
  { reply, done }: IdeaReplies,
  list: (actor: Actor, data: unknown, notice?: Notice, withdrawn?: string) => Promise<Reply>,
): Handlers {
  async function form(actor: Actor, data: unknown): Promise<Reply> {
    // The form offers no comment of others.
    permit(COMMENT_PERMISSIONS.comment, actor.role)
    const { idea: wanted, after } = parse(page, data)
    const { idea, items } = await comments.comments(actor, wanted, COMMENTS, optional(after))
    const w = words(actor.language)
    return reply(actor.language, withdrawalForm(w, programme, idea, items, after), w.say('comment.withdraw'))
  }

  async function withdraw(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { comment } = parse(page, pressed.data)
    if (comment === '') throw new Refusal('comment-unchosen')
    await comments.withdrawComment(actor, comment)
    return list(
      actor,
      pressed.data,
      done(actor, pressed, 'comment.withdrawn', 'comment.withdrawn.sub'),
      comment,
    )
  }

  async function undo(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { comment } = parse(page, pressed.data)
    await comments.undoWithdrawComment(actor, comment)
    return list(actor, pressed.data, done(actor, pressed, 'comment.withdraw.undone'))
  }

  const redraw = async (actor: Actor, { data }: Pressed) => list(actor, data)
  return {
    verbs: {
      'ideas.withdraw-comment-form': async (actor, { data }) => form(actor, data),
      'ideas.withdraw-comment': { run: withdraw, redraw },
      'ideas.undo-withdraw-comment': { run: undo, redraw },
    },
  }
}
