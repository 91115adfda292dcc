import type { Words } from '../../../i18n/words.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { IdeaReplies } from '../card/reply-handlers.ts'
import { supportHandlers } from './handlers.ts'
import { supportRoutes } from './routes.ts'
import type { SupportUsecases } from './usecases.ts'

type Entry = { readonly words: (language: Language) => Words }

export function supportEntries(supports: SupportUsecases, { words }: Entry, replies: IdeaReplies) {
  return { handlers: [supportHandlers({ supports, words }, replies)], routes: supportRoutes(supports) }
}
