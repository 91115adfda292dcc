import { z } from 'zod'
import type { Verb } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { AnswerParts, Answers } from '../commitment/reply-handlers.ts'

const one = z.object({ commitment: z.string().regex(ID) })
const ending = one.extend({ state: z.enum(['kept', 'let-go']) })
const undoing = one.extend({ until: z.number().int().nonnegative() })

export function endingVerbs(
  { commitments }: AnswerParts,
  { done, one: oneReply }: Answers,
): Readonly<Record<string, Verb>> {
  async function end(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { commitment, state } = parse(ending, pressed.data)
    const ended = await commitments.end(actor, commitment, state)
    const said = state === 'kept' ? 'commit.keep.done' : 'commit.letgo.done'
    return oneReply(actor, ended, done(actor, pressed, said, commitments.undoUntil(ended)))
  }

  async function undo(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { commitment, until } = parse(undoing, pressed.data)
    return oneReply(
      actor,
      await commitments.undoEnd(actor, commitment, until),
      done(actor, pressed, 'undone'),
    )
  }

  const show = async (actor: Actor, { data }: Pressed): Promise<Reply> =>
    oneReply(actor, await commitments.show(actor, parse(one, data).commitment))

  return {
    'commitments.end': { run: end, redraw: show },
    'commitments.undo-end': { run: undo, redraw: show },
    'commitments.show': show,
  }
}
