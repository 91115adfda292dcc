import { z } from 'zod'
import { formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import { idempotencyKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed, Typed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { IdeaAxes } from '../card/frame-cards.ts'
import { type IdeaReplies, id, none } from '../card/reply-handlers.ts'
import type { SupportUsecases } from '../support/usecases.ts'
import { similarCard, type Unsent, unsentText } from './cards.ts'
import type { SimilarUsecases } from './usecases.ts'

/** A card posted before the checkbox existed does not send it. */
const unnamed = z.enum(['on', 'off']).optional()
export const draft = z.object({
  text: z.string().default(''),
  axis: none,
  box: none,
  nonce: none,
  unnamed,
})
const instead = draft.extend({ idea: id })

type AskingParts = {
  readonly similarity: Pick<SimilarUsecases, 'asked'>
  readonly programme: IdeaAxes
  readonly words: (language: Language) => Words
  readonly ids: Ids
}
export type AskFirst = (actor: Actor, incoming: Typed | Pressed, typed: Unsent) => Promise<Reply | undefined>

type Parts = {
  readonly supports: Pick<SupportUsecases, 'support'>
  readonly words: (language: Language) => Words
  readonly send: (actor: Actor, pressed: Pressed, draft: Unsent) => Promise<Reply>
  readonly rewrite: (actor: Actor, draft: Unsent) => Promise<Reply>
}

/** Similar ideas to show before an idea is submitted; undefined when there are none, or it was submitted already. */
export function askingOf(
  { similarity, programme, words, ids }: AskingParts,
  { reply }: IdeaReplies,
): AskFirst {
  return async (actor, incoming, typed) => {
    const asked = await similarity.asked(actor, typed.text, idempotencyKeys(actor, incoming))
    if (!asked) return undefined
    // A call without a nonce gets the same one each time it is repeated, so that its idea is recognised.
    const nonce = typed.nonce === '' ? formNonce({ ...ids, nonce: () => asked.nonce }, actor) : typed.nonce
    const card = similarCard(words(actor.language), programme, asked.close, { ...typed, nonce })
    return reply(actor.language, card, String(card.data.title))
  }
}

/** Choices from the similar ideas: support one of them, or submit anyway. */
export function similarHandlers(
  { supports, words, send, rewrite }: Parts,
  { done, oneReply }: IdeaReplies,
): Handlers {
  const redraw = async (actor: Actor, pressed: Pressed) => rewrite(actor, parse(draft, pressed.data))

  async function supportInstead(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea, text } = parse(instead, pressed.data)
    const seen = await supports.support(actor, idea, true)
    const notice = done(actor, pressed, 'idea.supported')
    const lines = [unsentText(words(actor.language), text), notice.text]
    return oneReply(actor, seen, { ...notice, text: lines.filter(line => line !== undefined).join(' ') })
  }

  return {
    verbs: {
      'ideas.support-instead': { run: supportInstead, redraw },
      'ideas.submit-different': {
        run: async (actor, pressed) => send(actor, pressed, parse(draft, pressed.data)),
        redraw,
      },
    },
  }
}
