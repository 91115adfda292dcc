import type { Wiring } from '../../../conversation/wiring.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { Programme } from '../../programme/index.ts'
import { visitStore } from '../attendees/store.ts'
import type { WaitingListUsecases } from '../seats/waiting-list-usecases.ts'
import { workshopStore } from '../workshop/store.ts'
import { facilitatorNotice } from './facilitator-handlers.ts'
import { facilitatorRoutes } from './facilitator-routes.ts'
import { facilitatorStore } from './facilitator-store.ts'
import { facilitatorUsecases } from './facilitator-usecases.ts'
import { tableRoutes } from './routes.ts'
import { shownTableUsecases } from './shown-usecases.ts'
import { tableStore } from './store.ts'
import { tableUsecases } from './usecases.ts'

type Parts = {
  readonly programme: Pick<Programme, 'axis'>
  readonly people: Pick<PeopleUsecases, 'actor' | 'names'>
  readonly messages: Pick<MessageUsecases, 'tell'>
  readonly waitingList: Pick<WaitingListUsecases, 'grantReservedSeat'>
}

/** Facilitators, and the assignment of people to tables. */
export function wireTables(wiring: Wiring, { programme, people, messages, waitingList }: Parts) {
  const { transact, read, once, audit, clock, ids, words } = wiring
  const stores = { store: workshopStore, tables: tableStore, facilitators: facilitatorStore }
  const edges = { transact, read, audit, clock }
  const facilitators = facilitatorUsecases({ ...edges, ...stores, people, messages, waitingList })
  const tables = tableUsecases({ ...edges, ...stores, once, ids })
  const shown = shownTableUsecases({ tables: tableStore, facilitators: facilitatorStore, visits: visitStore })
  return {
    sit: tables.sit,
    tableOf: tables.tableOf,
    shown,
    ownTables: tables.ownTables,
    sizeOfTable: tables.sizeOfTable,
    notice: facilitatorNotice({ read, leaderIn: shown.leaderIn, programme, words }),
    routes: [...tableRoutes({ tables, people }), ...facilitatorRoutes(facilitators)],
  }
}
