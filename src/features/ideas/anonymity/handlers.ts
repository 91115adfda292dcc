import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { type IdeaReplies, id } from '../card/reply-handlers.ts'
import type { AnonymityUsecases } from './usecases.ts'

const pressedOn = z.object({ idea: id })

type Parts = {
  readonly anonymity: Pick<AnonymityUsecases, 'unname'>
}

/** « Ne plus montrer mon nom », on an author's own idea. */
export function anonymityHandlers({ anonymity }: Parts, replies: IdeaReplies): Handlers {
  async function unname(actor: Actor, pressed: Pressed): Promise<Reply> {
    const idea = await anonymity.unname(actor, parse(pressedOn, pressed.data).idea)
    return replies.oneReply(actor, idea, replies.done(actor, pressed, 'idea.unname.done', 'idea.unname.sub'))
  }

  return { verbs: { 'ideas.unname': { run: unname, redraw: replies.asItStands } } }
}
