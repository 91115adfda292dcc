import type { Wiring } from '../../conversation/wiring.ts'
import { dateIn } from '../../kernel/time/time-zone.ts'
import type { IdeaUsecases } from '../ideas/index.ts'
import type { InitiativeUsecases } from '../initiatives/index.ts'
import type { LeavingUsecases, PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import type { WorkshopUsecases } from '../workshops/index.ts'
import { accessStore } from './access-store.ts'
import { accessUsecases } from './access-usecases.ts'
import { CLEARED } from './cleared-tables.ts'
import { erasureStore } from './erasure-store.ts'
import { type ErasureParts, erasureUsecases } from './erasure-usecases.ts'
import { rightsHandlers } from './handlers.ts'
import { fileInWords, lineInWords } from './line-cards.ts'
import { pageInWords } from './page-cards.ts'
import { rightsRoutes } from './routes.ts'

type Deps = Pick<ErasureParts, 'erasures'> & {
  readonly programme: Pick<Programme, 'direction' | 'privacy' | 'retention'>
  readonly people: Pick<PeopleUsecases, 'actor'>
  readonly leaving: LeavingUsecases
  readonly workshops: Pick<WorkshopUsecases, 'answer'>
  readonly ideas: Pick<IdeaUsecases, 'hasChoice' | 'rewriteRows'>
  readonly initiatives: Pick<InitiativeUsecases, 'join'>
  readonly purge: (tables: typeof CLEARED) => Promise<void>
}

export function wireRights(wiring: Wiring, deps: Deps) {
  const { transact, read, note, audit, clock, ids, words, zone } = wiring
  const { people, leaving, workshops, initiatives, ideas, erasures } = deps
  const erasing = erasureUsecases({
    transact,
    read,
    note,
    audit,
    clock,
    workshops,
    initiatives,
    ideas,
    erasures,
    leaving,
    people,
    store: tx => erasureStore(tx, ids),
    purge: async () => {
      await ideas.rewriteRows()
      await deps.purge(CLEARED)
    },
  })
  const access = accessUsecases({ read, store: accessStore })
  const nameOf = (direction: string) => deps.programme.direction(direction)?.name ?? direction
  return {
    handlers: rightsHandlers({ access, erasing, words, privacy: deps.programme.privacy }),
    routes: rightsRoutes({
      access,
      erasing,
      inWords: (line, language) => lineInWords({ words: words(language), nameOf }, line),
      paged: (held, naming, language) => {
        const making = { at: clock.now(), zone, months: deps.programme.retention }
        const text = pageInWords({ words: words(language), nameOf }, held, naming, making)
        return { name: `${dateIn(making.at, zone)}-mes-donnees.html`, text }
      },
      filed: (held, language) => {
        const at = clock.now()
        const file = fileInWords(words(language), held, { at, zone, months: deps.programme.retention })
        return { name: `${dateIn(at, zone)}-mes-donnees.json`, text: JSON.stringify(file, null, 2) }
      },
    }),
  }
}
