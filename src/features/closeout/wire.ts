import type { Wiring } from '../../conversation/wiring.ts'
import type { OpenCount } from '../../kernel/storage/open-count.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import { readmeText } from './archive-cards.ts'
import { type ArchiveParts, archiveUsecases } from './archive-usecases.ts'
import { finishUsecases, type Ongoing } from './finish-usecases.ts'
import { closeoutHandlers } from './handlers.ts'
import { closeoutRoutes } from './routes.ts'
import { closeoutStore } from './store.ts'
import { closeoutUsecases } from './usecases.ts'

type Deps = {
  readonly programme: Programme
  readonly people: Pick<PeopleUsecases, 'actor'>
  readonly openCounts: readonly OpenCount[]
  /** What would go on by itself, and how it ends. */
  readonly ballots: Ongoing
  readonly broadcasts: Ongoing
} & Pick<ArchiveParts, 'reviewFile' | 'openData' | 'methodFile' | 'schemas'>

export function wireCloseout(wiring: Wiring, deps: Deps) {
  const { transact, read, note, audit, clock, words } = wiring
  const { programme, people, openCounts, ballots, broadcasts } = deps
  const { reviewFile, openData, methodFile, schemas } = deps
  const edges = { store: closeoutStore, transact, read, note, audit, clock }
  const usecases = closeoutUsecases({ ...edges, openCounts, programme })
  const { closedAt, isClosed, checkOpen } = usecases
  const finishing = finishUsecases({ isClosed, people, ballots, broadcasts })
  const archiving = archiveUsecases({
    ...edges,
    programme,
    reviewFile,
    openData,
    methodFile,
    schemas,
    readmes: facts => ({ fr: readmeText(words('fr'), facts), en: readmeText(words('en'), facts) }),
  })
  return {
    usecases: { closedAt, isClosed, checkOpen },
    handlers: closeoutHandlers(finishing),
    routes: closeoutRoutes(usecases, archiving),
  }
}
