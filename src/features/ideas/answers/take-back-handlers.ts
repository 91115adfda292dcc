import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { type IdeaReplies, id } from '../card/reply-handlers.ts'
import type { PendingUsecases } from './take-back-usecases.ts'

const chosen = z.object({ idea: id, at: z.coerce.number().int().nonnegative() })

type Parts = {
  readonly pendings: Pick<PendingUsecases, 'takeBack' | 'applyDue'>
}

/** Undo of a decision or an answer, and the fact that applies it once the undo window is over. */
export function pendingHandlers({ pendings }: Parts, replies: IdeaReplies): Handlers {
  const { done, oneReply, asItStands } = replies

  async function takeBack(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea, at } = parse(chosen, pressed.data)
    const seen = await pendings.takeBack(actor, idea, at)
    return oneReply(actor, seen, done(actor, pressed, 'idea.take-back.done', 'idea.take-back.done.sub'))
  }

  return {
    verbs: { 'ideas.take-back': { run: takeBack, redraw: asItStands } },
    facts: {
      'ideas.due': async ({ payload }) => {
        await pendings.applyDue(String(payload.idea))
        return []
      },
    },
  }
}
