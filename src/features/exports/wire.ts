import type { Handlers } from '../../conversation/protocol/handlers.ts'
import type { Wiring } from '../../conversation/wiring.ts'
import type { DatabaseSnapshot, Tx } from '../../kernel/storage/tx.ts'
import type { Language } from '../../kernel/text/language.ts'
import type { BallotUsecases, ResultUsecases } from '../ballots/index.ts'
import type { CommitmentUsecases } from '../commitments/index.ts'
import type { FigureUsecases } from '../figures/index.ts'
import type { ExportedIdeas } from '../ideas/index.ts'
import type { InitiativeUsecases } from '../initiatives/index.ts'
import type { Programme } from '../programme/index.ts'
import type { BoardUsecases } from '../themes/index.ts'
import type { RecordUsecases, SaidLesson, TrialTally } from '../trials/index.ts'
import type { OversightUsecases } from '../workshops/index.ts'
import { ballotTable } from './ballot-cards.ts'
import { commitmentTable } from './commitment-cards.ts'
import { ideaTable } from './idea-cards.ts'
import { initiativeTable } from './initiative-cards.ts'
import { openDataSchema } from './open-data.ts'
import { openDataUsecases } from './open-data-usecases.ts'
import { exportRoutes, schemaRoutes } from './routes.ts'
import { createSlots } from './slots.ts'
import { trialTable } from './trial-cards.ts'
import { exportUsecases } from './usecases.ts'
import { stageOf, workshopTable } from './workshop-cards.ts'

type Deps = {
  readonly programme: Programme
  readonly beginSnapshot: () => Promise<DatabaseSnapshot>
  readonly exported: (tx: Tx) => ExportedIdeas
  readonly themeTitles: BoardUsecases['titlesIn']
  readonly plans: OversightUsecases['plans']
  readonly ballots: Pick<BallotUsecases, 'agenda' | 'mayLeave'>
  readonly commitments: Pick<CommitmentUsecases, 'stagesOf'>
  readonly initiatives: Pick<InitiativeUsecases, 'list'>
  readonly trials: Pick<RecordUsecases, 'exported'>
  /** How many trials began and how they ended; and what was re-read of them. */
  readonly trialTally: () => Promise<TrialTally>
  readonly lessons: () => Promise<readonly SaidLesson[]>
  readonly byDirection: ResultUsecases['byDirection']
  readonly figures: Pick<FigureUsecases, 'whole'>
  /** The server's own address. */
  readonly publicUrl: string
}

export function wireExports(wiring: Wiring, deps: Deps) {
  const { transact, audit, clock, zone } = wiring
  const { programme, beginSnapshot, plans, ballots, commitments, initiatives, byDirection, figures } = deps
  const tables = (language: Language) => {
    const parts = { programme, words: wiring.words(language), zone }
    return {
      ideas: ideaTable({ ...parts, ideas: deps.exported, themeTitles: deps.themeTitles }),
      ballots: ballotTable({ ...parts, ballots }),
      initiatives: initiativeTable({ ...parts, initiatives }),
      trials: trialTable({ ...parts, trials: deps.trials }),
      commitments: commitmentTable({ ...parts, commitments }),
      workshops: workshopTable({ ...parts, plans }),
    }
  }
  const places = createSlots()
  const usecases = exportUsecases({ beginSnapshot, transact, audit, clock, places, tables })
  const open = openDataUsecases({
    programme,
    plans,
    ballots,
    byDirection,
    initiatives,
    trialTally: deps.trialTally,
    lessons: deps.lessons,
    figures,
    transact,
    audit,
    clock,
    places,
    stageOf,
    origin: deps.publicUrl,
  })
  // No chat.
  const handlers: Handlers = {}
  return {
    usecases: { openData: open.openData },
    openDataSchema,
    handlers,
    routes: exportRoutes(usecases, open, zone),
    files: schemaRoutes(),
  }
}
