import { z } from 'zod'
import type { Verb } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Draft } from '../commitment/form-cards.ts'
import type { AnswerParts, Answers } from '../commitment/reply-handlers.ts'
import { nearCard } from './cards.ts'

/** Four with an act each leave two acts for the page. */
const PAGE = 4

const one = z.object({ commitment: z.string().regex(ID) })
const page = z.object({ after: z.string().max(200).optional() })

/** `form` opens the form to take a commitment, filled with a draft. */
export function sharedVerbs(
  { commitments, programme, words }: AnswerParts,
  { reply, one: oneReply }: Answers,
  form: (actor: Actor, draft: Draft & { readonly nonce: string }) => Reply,
): Readonly<Record<string, Verb>> {
  async function near(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { after } = parse(page, data)
    const found = await commitments.near(actor, undefined, PAGE, after || undefined)
    const w = words(actor.language)
    return reply(actor, nearCard(w, programme, found), w.say('commit.near.title'))
  }

  /** The same words and axis, with a horizon and a visibility of one's own; or the one that was taken already. */
  async function meToo(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { commitment } = parse(one, data)
    const mine = await commitments.takenAfter(actor, commitment)
    if (mine) return oneReply(actor, mine)
    const { axis, text } = await commitments.inspiration(actor, commitment)
    return form(actor, { axis, text, inspired: commitment, nonce: '' })
  }

  return { 'commitments.near': near, 'commitments.me-too': meToo }
}
