import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { COMMENTS, type HandlerParts, id, none, optional, type Replies } from '../card/reply-handlers.ts'
import { withdrawalForm } from './cards.ts'
import { COMMENT_PERMISSIONS } from './domain.ts'

const page = z.object({ idea: id, after: none, comment: none })

/** `list`: one page of what is said under an idea. */
type List = (actor: Actor, data: unknown, notice?: Notice, withdrawn?: string) => Promise<Reply>

/** Who wrote a comment takes it back, from where it is read. */
export function withdrawalHandlers(
  { ideas, programme, words }: HandlerParts,
  { reply, done }: Replies,
  list: List,
): Handlers {
  async function form(actor: Actor, data: unknown): Promise<Reply> {
    // Of others' comments none is among the choices.
    permit(COMMENT_PERMISSIONS.comment, actor.role)
    const { idea: wanted, after } = parse(page, data)
    const { idea, items } = await ideas.comments(actor, wanted, COMMENTS, optional(after))
    const w = words(actor.language)
    return reply(actor.language, withdrawalForm(w, programme, idea, items, after), w.say('comment.withdraw'))
  }

  async function withdraw(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { comment } = parse(page, pressed.data)
    if (comment === '') throw new Refusal('comment-unchosen')
    await ideas.withdrawComment(actor, comment)
    return list(
      actor,
      pressed.data,
      done(actor, pressed, 'comment.withdrawn', 'comment.withdrawn.sub'),
      comment,
    )
  }

  async function undo(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { comment } = parse(page, pressed.data)
    await ideas.undoWithdrawComment(actor, comment)
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
