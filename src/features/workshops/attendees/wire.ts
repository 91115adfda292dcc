import type { Wiring } from '../../../conversation/wiring.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { Programme } from '../../programme/index.ts'
import { seatStore } from '../seats/store.ts'
import type { WaitingListUsecases } from '../seats/waiting-list-usecases.ts'
import { workshopStore } from '../workshop/store.ts'
import { checkInStore } from './check-in-store.ts'
import { checkInUsecases } from './check-in-usecases.ts'
import { visitHandlers } from './handlers.ts'
import { needHandlers } from './needs-handlers.ts'
import { needRoutes } from './needs-routes.ts'
import { needStore } from './needs-store.ts'
import { needUsecases } from './needs-usecases.ts'
import { reminderStore } from './reminder-store.ts'
import { reminderUsecases } from './reminder-usecases.ts'
import { visitRoutes } from './routes.ts'
import { FORGET_NEEDS, nightly } from './schedule.ts'
import { visitStore } from './store.ts'
import { visitUsecases } from './usecases.ts'

type Parts = {
  readonly programme: Pick<Programme, 'axis'>
  readonly people: Pick<PeopleUsecases, 'names'>
  readonly waitingList: Pick<WaitingListUsecases, 'availabilityNow' | 'recount'>
  readonly tableOf: Parameters<typeof visitUsecases>[0]['tableOf']
}

/** Participants' names, their needs, reminders and walk-ins. */
export function wireAttendees(wiring: Wiring, { programme, people, waitingList, tableOf }: Parts) {
  const { transact, read, audit, clock, zone, words } = wiring
  const [store, seats] = [workshopStore, seatStore]
  const edges = { transact, read, clock }
  const needs = needUsecases({ ...edges, store, seats, needs: needStore, audit, people })
  const visits = visitUsecases({
    ...edges,
    store,
    seats,
    needs: needStore,
    visits: visitStore,
    tableOf,
    people,
  })
  const [need, visit] = [
    needHandlers({ needs, programme, words }),
    visitHandlers({ visits, programme, words }),
  ]
  return {
    reminders: reminderUsecases({ holders: reminderStore, read, clock }),
    checkIns: checkInUsecases({ store, seats, checkIns: checkInStore, waitingList, clock, zone }),
    handlers: { verbs: { ...need.verbs, ...visit.verbs }, facts: { ...need.facts } },
    routes: [...needRoutes(needs), ...visitRoutes(visits)],
    schedule: { kind: FORGET_NEEDS, next: nightly(zone), erases: true },
  }
}
