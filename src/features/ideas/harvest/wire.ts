import type { Words } from '../../../i18n/words.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import type { TabLink } from '../../../kernel/requests/tab-link.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Programme } from '../../programme/index.ts'
import type { IdeaAxes } from '../card/frame-cards.ts'
import type { IdeaReplies } from '../card/reply-handlers.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import type { Small } from '../idea/row-store.ts'
import type { SimilarUsecases } from '../similarity/usecases.ts'
import type { CreateIdea } from '../submission/creation-usecases.ts'
import type { SubmissionUsecases } from '../submission/usecases.ts'
import { collectingHandlers } from './collecting-handlers.ts'
import { collectingUsecases } from './collecting-usecases.ts'
import { harvestReadingUsecases } from './reading-usecases.ts'
import { type HarvestParts, harvestRights } from './rights-usecases.ts'
import { harvestRoutes } from './routes.ts'
import { harvestStore } from './store.ts'
import { harvestUsecases } from './usecases.ts'

type Parts = Pick<IdeaContextParts, 'ideaStore' | 'transact' | 'read' | 'note' | 'audit' | 'clock' | 'ids'> &
  HarvestParts & {
    readonly programme: Pick<Programme, 'axis' | 'axes'>
    readonly submit: SubmissionUsecases['submit']
    readonly nearest: SimilarUsecases['nearest']
    readonly create: CreateIdea
    readonly small: Small
  }

type HarvestRoom = ReturnType<typeof harvestRoom>

/**
 * Ideas said at a workshop: submitted by their authors (collecting), or typed for a table by a facilitator (harvest).
 */
export function harvestRoom(parts: Parts, context: IdeaContext) {
  const { ideaStore, isPresent, workshops, programme, submit, nearest, create, small } = parts
  const { transact, read, note, audit, clock, ids } = parts
  const store = (tx: Tx) => harvestStore(tx, small)
  const rights = harvestRights({ isPresent, workshops, read, clock })
  const isAxis = (id: string) => programme.axis(id) !== undefined
  return {
    collecting: collectingUsecases({ workshops, checkGather: rights.checkGather, submit }),
    harvests: harvestUsecases(
      { ideaStore, store, workshops, isAxis, rights, create, nearest, transact, audit, clock, ids, note },
      context,
    ),
    harvestReading: harvestReadingUsecases({ store, programme, rights, read }, context),
  }
}

type Entry = {
  readonly programme: IdeaAxes
  readonly words: (language: Language) => Words
  readonly ids: Ids
  readonly tabLink: TabLink
}

export function harvestEntries(room: HarvestRoom, entry: Entry, replies: IdeaReplies) {
  const { collecting, harvests, harvestReading } = room
  const { programme, words, ids, tabLink } = entry
  return {
    handlers: [collectingHandlers({ collecting, harvestReading, programme, words, ids, tabLink }, replies)],
    routes: harvestRoutes({ collecting, harvests, harvestReading }),
  }
}
