import { z } from 'zod'
import type { Verb } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Programme } from '../../programme/index.ts'
import type { FormReply } from '../commitment/form-handlers.ts'
import type { CommitmentReplies } from '../commitment/reply-handlers.ts'
import { nearCard } from './cards.ts'
import type { SharedUsecases } from './usecases.ts'

/** Rows per card: four acts leave two for the page. */
const PAGE = 4

const one = z.object({ commitment: z.string().regex(ID) })
const page = z.object({ after: z.string().max(200).optional() })

type Parts = {
  readonly sharing: Pick<SharedUsecases, 'near' | 'takenAfter' | 'inspiration'>
  readonly form: FormReply
  readonly programme: Pick<Programme, 'axes' | 'axis'>
  readonly words: (language: Language) => Words
}

export function sharedVerbs(
  { sharing, form, programme, words }: Parts,
  { reply, one: oneReply }: CommitmentReplies,
): Readonly<Record<string, Verb>> {
  async function near(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { after } = parse(page, data)
    const found = await sharing.near(actor, undefined, PAGE, after || undefined)
    const w = words(actor.language)
    return reply(actor, nearCard(w, programme, found), w.say('commit.near.title'))
  }

  /** Form with the same text and axis, and one's own horizon and visibility; or the one that was taken up already. */
  async function meToo(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { commitment } = parse(one, data)
    const mine = await sharing.takenAfter(actor, commitment)
    if (mine) return oneReply(actor, mine)
    const { axis, text } = await sharing.inspiration(actor, commitment)
    return form(actor, { axis, text, inspired: commitment, nonce: '' })
  }

  return { 'commitments.near': near, 'commitments.me-too': meToo }
}
