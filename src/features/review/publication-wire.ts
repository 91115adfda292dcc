import type { Wiring } from '../../conversation/wiring.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import type { BallotUsecases } from '../ballots/index.ts'
import type { ExportedIdeas } from '../ideas/index.ts'
import type { InitiativeUsecases } from '../initiatives/index.ts'
import type { Programme } from '../programme/index.ts'
import type { SaidLesson } from '../trials/index.ts'
import { reviewDocument } from './document-cards.ts'
import { publicationRoutes } from './publication-routes.ts'
import { publicationUsecases } from './publication-usecases.ts'
import type { ReviewUsecases } from './usecases.ts'
import { wordingStore } from './wording-store.ts'
import { wordingUsecases } from './wording-usecases.ts'

type Deps = {
  readonly programme: Programme
  readonly review: Pick<ReviewUsecases, 'read'>
  readonly ballots: Pick<BallotUsecases, 'agenda' | 'mayLeave'>
  readonly initiatives: Pick<InitiativeUsecases, 'list' | 'seenOne'>
  readonly exported: (tx: Tx) => ExportedIdeas
  /** What trials taught, re-read. */
  readonly lessons: () => Promise<readonly SaidLesson[]>
}

/** What leaves of a review: its words, and the file. */
export function wirePublication(wiring: Wiring, deps: Deps) {
  const { programme, review, ballots, initiatives, exported: ideas, lessons } = deps
  const { transact, read, audit, zone, home, words } = wiring
  const store = wordingStore
  const wording = wordingUsecases({ store, transact, read, audit, programme, initiatives, ideas })
  const publication = publicationUsecases({
    review,
    store,
    transact,
    read,
    audit,
    programme,
    zone,
    ballots,
    initiatives,
    lessons,
    drawn: content => reviewDocument(words(home), content),
  })
  const routes = publicationRoutes({ wording, publication, programme, home })
  return { usecases: publication, handlers: {}, routes }
}
