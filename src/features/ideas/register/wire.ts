import type { Words } from '../../../i18n/words.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Programme } from '../../programme/index.ts'
import type { ThreadUsecases } from '../../thread/index.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import type { Small } from '../idea/row-store.ts'
import type { ModerationStore } from '../moderation/usecases.ts'
import type { SimilarUsecases } from '../similarity/usecases.ts'
import { registerRoutes } from './routes.ts'
import { ideaSearchHandlers } from './search-handlers.ts'
import { FEW, searchStore } from './search-store.ts'
import { searchUsecases } from './search-usecases.ts'
import { registerStore } from './store.ts'
import { registerUsecases } from './usecases.ts'

type Parts = Pick<IdeaContextParts, 'ideaStore' | 'read'> & {
  readonly moderationStore: (tx: Tx) => Pick<ModerationStore, 'reasons'>
  readonly closeIn: SimilarUsecases['closeIn']
  readonly thread: Pick<ThreadUsecases, 'latest'>
  readonly small: Small
}

type RegisterRoom = ReturnType<typeof registerRoom>

/** All ideas, filtered or searched. */
export function registerRoom(parts: Parts, context: IdeaContext) {
  const { ideaStore, moderationStore, closeIn, thread, small, read } = parts
  const store = (tx: Tx) => registerStore(tx, small)
  return {
    register: registerUsecases({ ideaStore, store, moderationStore, closeIn, read }, context),
    search: searchUsecases({ ideaStore, store: tx => searchStore(tx, FEW, small), thread, read }, context),
  }
}

type Entry = {
  readonly programme: Programme
  readonly words: (language: Language) => Words
  readonly home: Language
  readonly clock: Clock
}

export function registerEntries({ register, search }: RegisterRoom, entry: Entry) {
  const { programme, words, home, clock } = entry
  return {
    handlers: [ideaSearchHandlers({ search, programme, words, home, clock })],
    routes: registerRoutes(register, clock),
  }
}
