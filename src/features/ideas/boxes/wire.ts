import type { Words } from '../../../i18n/words.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { ChannelUsecases } from '../../channels/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { IdeaReplies } from '../card/reply-handlers.ts'
import { boxHandlers } from './handlers.ts'
import { boxPreviews } from './preview-cards.ts'
import { boxRoutes } from './routes.ts'
import { boxStore } from './store.ts'
import { type BoxUsecases, boxUsecases } from './usecases.ts'

type Parts = Omit<Parameters<typeof boxUsecases>[0], 'store'>

type Entry = {
  readonly channels: Pick<ChannelUsecases, 'list' | 'targets' | 'announced'>
  readonly programme: Programme
  readonly words: (language: Language) => Words
  readonly home: Language
  readonly ids: Ids
  readonly render: Parameters<typeof boxPreviews>[0]['render']
}

/** Questions put to channels. */
export function boxRoom(parts: Parts) {
  const { transact, read, once, note, audit, clock, ids, channels, programme } = parts
  return boxUsecases({ store: boxStore, transact, read, once, note, audit, clock, ids, channels, programme })
}

/** `render`: a preview shows the card that will be posted. */
export function boxEntries(boxes: BoxUsecases, entry: Entry, replies: IdeaReplies) {
  const { channels, programme, words, home, ids, render } = entry
  return {
    handlers: [boxHandlers({ boxes, channels, programme, words, home, ids }, replies)],
    routes: boxRoutes(boxes, programme, boxPreviews({ words, programme, home, render })),
  }
}
