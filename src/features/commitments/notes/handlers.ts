import { z } from 'zod'
import { formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Verb } from '../../../conversation/protocol/handlers.ts'
import { onceKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID, ID_OR_NONE } from '../../../kernel/text/id-format.ts'
import type { AnswerParts, Answers } from '../commitment/reply-handlers.ts'
import { noteFormCard, notesCard } from './cards.ts'

/** A card is read on a phone before it is scrolled. */
const PAGE = 5

const typed = z.object({
  commitment: z.string().regex(ID),
  text: z.string().default(''),
  nonce: z.string().regex(ID_OR_NONE).default(''),
})
const page = z.object({ commitment: z.string().regex(ID), after: z.string().max(200).optional() })

export function noteVerbs(parts: AnswerParts, { reply, done, one }: Answers): Readonly<Record<string, Verb>> {
  const { commitments, programme, words, ids } = parts

  /** Empty when it is asked for, filled when it was refused. */
  async function form(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { commitment, text, nonce } = parse(typed, data)
    const w = words(actor.language)
    const filled = { text, nonce: formNonce(ids, actor, nonce) }
    const card = noteFormCard(w, programme, await commitments.show(actor, commitment), filled)
    return reply(actor, card, w.say('commit.note'))
  }

  async function save(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { commitment, text } = parse(typed, pressed.data)
    const noted = await commitments.note(actor, commitment, text, onceKeys(actor, pressed))
    return one(actor, noted, done(actor, pressed, 'commit.note.done'))
  }

  async function list(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { commitment, after } = parse(page, data)
    const found = await commitments.show(actor, commitment)
    const notes = await commitments.notes(actor, commitment, PAGE, after || undefined)
    const w = words(actor.language)
    return reply(actor, notesCard(w, programme, found, notes), w.say('commit.notes'))
  }

  return {
    'commitments.note-form': form,
    'commitments.note': { run: save, redraw: form },
    'commitments.notes': list,
  }
}
