import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { foot, type Message } from '../../messages/index.ts'
import type { BroadcastChoiceUsecases } from './choices-usecases.ts'
import type { Broadcast } from './domain.ts'
import { messageCard, messageSummary } from './message-cards.ts'
import type { BroadcastReplies } from './reply-handlers.ts'

/** The reader, and their language. */
type Reader = { readonly actor?: Actor; readonly language: Language }

type How = { readonly message?: Pick<Message, 'id' | 'round'>; readonly preview?: true }

/** Renders the message at the time of sending. */
export function drawing(
  titlesOf: BroadcastChoiceUsecases['titles'],
  { contextOf, thingSeen }: BroadcastReplies,
) {
  return async (broadcast: Broadcast, { actor, language }: Reader, how: How = {}): Promise<Reply> => {
    const context = contextOf(language)
    const titles = await titlesOf(broadcast)
    const seen = await thingSeen(broadcast.thing, actor)
    const parts = { broadcast, titles, seen, ...(how.preview && { preview: how.preview }) }
    const card = messageCard(context, parts, how.message && foot(context.words, how.message))
    return { card, language, summary: messageSummary(context, broadcast) }
  }
}
