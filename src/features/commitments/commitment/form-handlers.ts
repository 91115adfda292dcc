import { formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Programme } from '../../programme/index.ts'
import { COMMITMENT_PERMISSIONS } from './domain.ts'
import { type CommitmentDraft, formCard } from './form-cards.ts'
import type { CommitmentReplies } from './reply-handlers.ts'

type Parts = {
  readonly programme: Pick<Programme, 'axes' | 'axis'>
  readonly words: (language: Language) => Words
  readonly ids: Ids
  readonly today: () => string
}

export type FormReply = (actor: Actor, given: CommitmentDraft & { readonly nonce: string }) => Reply

/** The form to take a commitment, filled in with a draft. */
export function formReplies(
  { programme, words, ids, today }: Parts,
  { reply }: CommitmentReplies,
): FormReply {
  return (actor, given) => {
    permit(COMMITMENT_PERMISSIONS.take, actor.role)
    const w = words(actor.language)
    const nonce = formNonce(ids, actor, given.nonce)
    const context = { nonce, today: today(), direction: actor.direction }
    return reply(actor, formCard(w, programme, context, given), w.say('commit.title'))
  }
}
