import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { foot, type Message } from '../../messages/index.ts'
import type { Broadcast } from './domain.ts'
import { messageCard, messageSummary } from './message-cards.ts'
import type { Answers } from './reply-handlers.ts'
import type { BroadcastUsecases } from './usecases.ts'

/** For whom it is drawn, and in which words. */
type Reader = { readonly actor?: Actor; readonly language: Language }

type How = { readonly message?: Pick<Message, 'id' | 'round'>; readonly preview?: true }

/** What goes out, drawn right before. */
export function drawing(broadcasts: Pick<BroadcastUsecases, 'titles'>, { voiceOf, thingSeen }: Answers) {
  return async (broadcast: Broadcast, { actor, language }: Reader, how: How = {}): Promise<Reply> => {
    const voice = voiceOf(language)
    const titles = await broadcasts.titles(broadcast)
    const seen = await thingSeen(broadcast.thing, actor)
    const parts = { broadcast, titles, seen, ...(how.preview && { preview: how.preview }) }
    const card = messageCard(voice, parts, how.message && foot(voice.words, how.message))
    return { card, language, summary: messageSummary(voice, broadcast) }
  }
}
