import { z } from 'zod'
import { formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import { idempotencyKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { may, permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { IdeaAxes } from '../card/frame-cards.ts'
import { COMMENTS, type IdeaReplies, id, none, optional } from '../card/reply-handlers.ts'
import type { IdeaQueries } from '../idea/usecases.ts'
import { commentForm, withdrawOn } from './cards.ts'
import { COMMENT_PERMISSIONS } from './domain.ts'
import { commentsCard } from './list-cards.ts'
import type { CommentUsecases } from './usecases.ts'
import { withdrawalHandlers } from './withdrawal-handlers.ts'

const draft = z.object({ idea: id, text: z.string().default(''), nonce: none })
const page = z.object({ idea: id, after: none })

/** One page of an idea's comments. `withdrawn`: id of the comment that was just taken back. */
export type CommentsReply = (
  actor: Actor,
  data: unknown,
  notice?: Notice,
  withdrawn?: string,
) => Promise<Reply>

type Parts = {
  readonly ideas: Pick<IdeaQueries, 'show'>
  readonly comments: CommentUsecases
  readonly programme: IdeaAxes
  readonly words: (language: Language) => Words
  readonly ids: Ids
}

/** Comments of an idea. */
export function commentHandlers(
  parts: Parts,
  replies: IdeaReplies,
): Handlers & { readonly commentsReply: CommentsReply } {
  const { reply, done, oneReply } = replies
  const { ideas, comments, programme, words, ids } = parts

  async function formReply(actor: Actor, { idea, text, nonce }: z.infer<typeof draft>): Promise<Reply> {
    permit(COMMENT_PERMISSIONS.comment, actor.role)
    const asked = await ideas.show(actor, idea)
    // A merged idea is commented on the one that it was merged into.
    const seen = asked.root === undefined ? asked : await ideas.show(actor, asked.root)
    const w = words(actor.language)
    const card = commentForm(w, programme, seen, formNonce(ids, actor, nonce), text)
    return reply(actor.language, card, w.say('comment.label'))
  }

  async function comment(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea, text } = parse(draft, pressed.data)
    const said = await comments.comment(actor, idea, text, idempotencyKeys(actor, pressed))
    const last = withdrawOn(words(actor.language), idea, [said], '')
    return oneReply(actor, await ideas.show(actor, idea), done(actor, pressed, 'comment.sent'), { last })
  }

  async function commentsReply(
    actor: Actor,
    data: unknown,
    notice?: Notice,
    withdrawn?: string,
  ): Promise<Reply> {
    const { idea: wanted, after } = parse(page, data)
    const { idea, ...found } = await comments.comments(actor, wanted, COMMENTS, optional(after))
    const w = words(actor.language)
    const card = commentsCard(w, programme, idea, found, {
      may: may(COMMENT_PERMISSIONS.comment, actor.role),
      after,
      ...(withdrawn !== undefined && { withdrawn }),
    })
    return reply(actor.language, card, notice?.title ?? w.say('comment.list'), notice)
  }

  return {
    commentsReply,
    verbs: {
      'ideas.comment-form': async (actor, { data }) => formReply(actor, { ...parse(draft, data), nonce: '' }),
      'ideas.comment': {
        run: comment,
        redraw: async (actor, { data }) => formReply(actor, parse(draft, data)),
      },
      'ideas.comments': async (actor, { data }) => commentsReply(actor, data),
      ...withdrawalHandlers(parts, replies, commentsReply).verbs,
    },
  }
}
