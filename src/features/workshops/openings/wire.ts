import type { Wiring } from '../../../conversation/wiring.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { Marks } from '../registration/outcomes.ts'
import { seriesStore } from '../series/store.ts'
import type { SeriesUsecases } from '../series/usecases.ts'
import { workshopStore } from '../workshop/store.ts'
import type { WorkshopReadUsecases } from '../workshop/usecases.ts'
import { openingHandlers } from './handlers.ts'
import { openingNotice } from './notice-handlers.ts'
import { openingRoutes } from './routes.ts'
import { openingStore } from './store.ts'
import { openingUsecases } from './usecases.ts'

type Parts = {
  readonly programme: Programme
  readonly messages: Pick<MessageUsecases, 'tell'>
  readonly people: Pick<PeopleUsecases, 'reachOf'>
  readonly workshops: Pick<WorkshopReadUsecases, 'show'>
  readonly series: Pick<SeriesUsecases, 'posted'>
  readonly calendarOf: (workshop: string) => string
  readonly marks: () => Pick<Marks, 'cameTo' | 'summarisedAmong'>
  readonly isClosed: () => Promise<boolean>
}

/** « Me prévenir de l’ouverture ». */
export function wireOpenings(wiring: Wiring, parts: Parts) {
  const { transact, read, note, clock, words, tabLink } = wiring
  const { programme, messages, people, workshops, series, calendarOf, marks, isClosed } = parts
  const stores = { openings: openingStore, store: workshopStore, series: seriesStore }
  const openings = openingUsecases({ ...stores, transact, read, note, clock, messages })
  const context = { programme, words, calendarOf, tabLink, marks }
  return {
    openings,
    handlers: openingHandlers({ ...context, openings, workshops, series, people }),
    notice: openingNotice({ programme, words, calendarOf, workshops, series, openings, isClosed }),
    routes: openingRoutes({ openings, workshops, calendarOf, marks }),
  }
}
