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
import { changeCard } from '../commitment/form-cards.ts'
import type { CommitmentReplies } from '../commitment/reply-handlers.ts'
import type { OwnCommitmentUsecases } from '../commitment/usecases.ts'
import type { CommitmentChange, CommitmentChangeUsecases } from './usecases.ts'

const none = z.string().regex(ID_OR_NONE)
const day = z.union([z.iso.date(), z.literal('')])
const visibility = z.enum(['me', 'direction', 'everyone'])
const fields = z.object({ axis: none, text: z.string(), horizon: day, visibility })
const typed = fields.partial().extend({
  commitment: z.string().regex(ID),
  was: fields.optional(),
  nonce: none.default(''),
})
type Typed = z.infer<typeof typed>

/** Typed fields that differ from those that the form was drawn with. */
function changeOf({ axis, text, horizon, visibility, was }: Typed): CommitmentChange {
  return {
    ...(axis !== undefined && axis !== was?.axis && { axis }),
    ...(text !== undefined && text !== was?.text && { text }),
    ...(horizon !== undefined && horizon !== was?.horizon && { horizon }),
    ...(visibility !== undefined && visibility !== was?.visibility && { visibility }),
  }
}

type Parts = {
  readonly commitments: Pick<OwnCommitmentUsecases, 'show' | 'today'>
  readonly change: CommitmentChangeUsecases['change']
  readonly programme: Pick<Programme, 'axes' | 'axis'>
  readonly words: (language: Language) => Words
  readonly ids: Ids
}

export function changeVerbs(
  { commitments, change, programme, words, ids }: Parts,
  { reply, done, one }: CommitmentReplies,
): Readonly<Record<string, Verb>> {
  /** The current commitment, perhaps with another visibility preselected; what was typed, after a refusal. */
  async function form(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { commitment, nonce: given, was, ...draft } = parse(typed, data)
    const found = await commitments.show(actor, commitment)
    const w = words(actor.language)
    const context = {
      nonce: formNonce(ids, actor, given),
      today: commitments.today(),
      direction: actor.direction,
    }
    const card = changeCard(w, programme, context, found, { ...draft, ...(was && { was }) })
    return reply(actor, card, w.say('commit.change.title'))
  }

  async function save(actor: Actor, pressed: Pressed): Promise<Reply> {
    const sent = parse(typed, pressed.data)
    const keys = idempotencyKeys(actor, pressed)
    const changed = await change(actor, sent.commitment, changeOf(sent), keys)
    return one(actor, changed, done(actor, pressed, 'commit.changed'))
  }

  return {
    'commitments.change-form': form,
    'commitments.change': { run: save, redraw: form },
  }
}
