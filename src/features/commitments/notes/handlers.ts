import { z } from 'zod'
import { formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Verb } from '../../../conversation/protocol/handlers.ts'
import { idempotencyKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID, ID_OR_NONE } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Programme } from '../../programme/index.ts'
import type { CommitmentReplies } from '../commitment/reply-handlers.ts'
import type { OwnCommitmentUsecases } from '../commitment/usecases.ts'
import { noteFormCard, notesCard } from './cards.ts'
import type { NoteUsecases } from './usecases.ts'

/** Items per card, to be read on a phone without much scrolling. */
const PAGE = 5

const typed = z.object({
  commitment: z.string().regex(ID),
  text: z.string().default(''),
  nonce: z.string().regex(ID_OR_NONE).default(''),
})
const page = z.object({ commitment: z.string().regex(ID), after: z.string().max(200).optional() })

type Parts = {
  readonly show: OwnCommitmentUsecases['show']
  readonly notes: NoteUsecases
  readonly programme: Pick<Programme, 'axes' | 'axis'>
  readonly words: (language: Language) => Words
  readonly ids: Ids
}

export function noteVerbs(
  { show, notes, programme, words, ids }: Parts,
  { reply, done, one }: CommitmentReplies,
): Readonly<Record<string, Verb>> {
  /** The empty form, or what was typed after a refusal. */
  async function form(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { commitment, text, nonce } = parse(typed, data)
    const w = words(actor.language)
    const filled = { text, nonce: formNonce(ids, actor, nonce) }
    const card = noteFormCard(w, programme, await show(actor, commitment), filled)
    return reply(actor, card, w.say('commit.note'))
  }

  async function save(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { commitment, text } = parse(typed, pressed.data)
    const noted = await notes.note(actor, commitment, text, idempotencyKeys(actor, pressed))
    return one(actor, noted, done(actor, pressed, 'commit.note.done'))
  }

  async function list(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { commitment, after } = parse(page, data)
    const found = await show(actor, commitment)
    const noted = await notes.notes(actor, commitment, PAGE, after || undefined)
    const w = words(actor.language)
    return reply(actor, notesCard(w, programme, found, noted), w.say('commit.notes'))
  }

  return {
    'commitments.note-form': form,
    'commitments.note': { run: save, redraw: form },
    'commitments.notes': list,
  }
}
