import { z } from 'zod'
import type { Verb } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { CommitmentReplies } from '../commitment/reply-handlers.ts'
import type { OwnCommitmentUsecases } from '../commitment/usecases.ts'
import type { EndingUsecases } from './ending-usecases.ts'

const one = z.object({ commitment: z.string().regex(ID) })
const ending = one.extend({ state: z.enum(['kept', 'let-go']) })
const undoing = one.extend({ until: z.number().int().nonnegative() })

type Parts = {
  readonly show: OwnCommitmentUsecases['show']
  readonly endings: EndingUsecases
}

export function endingVerbs(
  { show: found, endings }: Parts,
  { done, one: oneReply }: CommitmentReplies,
): Readonly<Record<string, Verb>> {
  async function end(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { commitment, state } = parse(ending, pressed.data)
    const ended = await endings.end(actor, commitment, state)
    const said = state === 'kept' ? 'commit.keep.done' : 'commit.letgo.done'
    return oneReply(actor, ended, done(actor, pressed, said, endings.undoUntil(ended)))
  }

  async function undo(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { commitment, until } = parse(undoing, pressed.data)
    return oneReply(actor, await endings.undoEnd(actor, commitment, until), done(actor, pressed, 'undone'))
  }

  const show = async (actor: Actor, { data }: Pressed): Promise<Reply> =>
    oneReply(actor, await found(actor, parse(one, data).commitment))

  return {
    'commitments.end': { run: end, redraw: show },
    'commitments.undo-end': { run: undo, redraw: show },
    'commitments.show': show,
  }
}
