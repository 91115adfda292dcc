import type { Wiring } from '../../conversation/wiring.ts'
import { drawnFrom } from '../../kernel/crypto/keyed-random.ts'
import type { Measure } from '../../kernel/personal-data/measure.ts'
import type { Language } from '../../kernel/text/language.ts'
import type { CommitmentUsecases } from '../commitments/index.ts'
import type { InitiativeUsecases } from '../initiatives/index.ts'
import type { Programme } from '../programme/index.ts'
import type { DirectionUsecases } from '../workshops/index.ts'
import type { FileContent } from './file.ts'
import { sheetsOf } from './file-cards.ts'
import { fileUsecases } from './file-usecases.ts'
import { figureHandlers } from './handlers.ts'
import { figureRoutes } from './routes.ts'
import { daily, SNAPSHOT } from './schedule.ts'
import { figureStore } from './store.ts'
import { figureUsecases } from './usecases.ts'

/** `measures`: what the other features count of themselves. */
type Deps = {
  readonly programme: Programme
  readonly measures: readonly Measure[]
  readonly linkSecret: string
  readonly workshops: Pick<DirectionUsecases, 'ofDirection'>
  readonly commitments: Pick<CommitmentUsecases, 'stagesOf'>
  readonly initiatives: Pick<InitiativeUsecases, 'list'>
}

export function wireFigures(wiring: Wiring, deps: Deps) {
  const { transact, read, audit, clock, zone } = wiring
  const { programme, measures, workshops, commitments, initiatives } = deps
  const draw = drawnFrom(deps.linkSecret)
  const store = figureStore
  const usecases = figureUsecases({ store, transact, read, clock, zone, programme, measures, draw })
  const files = fileUsecases({
    figures: usecases,
    workshops,
    commitments,
    initiatives,
    transact,
    audit,
    clock,
  })
  const filed = (content: FileContent, language: Language) =>
    sheetsOf({ words: wiring.words(language), programme, zone }, content)
  return {
    usecases,
    handlers: figureHandlers(usecases),
    routes: figureRoutes({ figures: usecases, files, zone, sheetsOf: filed }),
    // Once at the very start, so that the page has its figures: again at each, two of them could be compared.
    schedules: [{ kind: SNAPSHOT, next: daily(zone), atFirst: true, erases: true }],
  }
}
