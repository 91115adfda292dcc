import type { Wiring } from '../../../conversation/wiring.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { Programme } from '../../programme/index.ts'
import { needStore } from '../attendees/needs-store.ts'
import { visitStore } from '../attendees/store.ts'
import type { CalendarUsecases } from '../calendar/usecases.ts'
import type { SeatBatches } from '../seats/batch-usecases.ts'
import { seatStore } from '../seats/store.ts'
import type { SeatAllocation } from '../seats/usecases.ts'
import type { WaitingListUsecases } from '../seats/waiting-list-usecases.ts'
import { workshopStore } from '../workshop/store.ts'
import type { WorkshopReadUsecases, WorkshopViews } from '../workshop/usecases.ts'
import { agendaUsecases } from './agenda-usecases.ts'
import { answerHandlers } from './handlers.ts'
import { offerHandlers, offerNotice } from './offer-handlers.ts'
import { offerUsecases } from './offer-usecases.ts'
import type { Marks } from './outcomes.ts'
import { personalViewRoutes } from './personal-view-routes.ts'
import { registrationRoutes } from './routes.ts'
import { seatHandlers } from './seat-handlers.ts'
import { seatRoutes } from './seat-routes.ts'
import { registrationStore } from './store.ts'
import { swapStore } from './swap-store.ts'
import { swapUsecases } from './swap-usecases.ts'
import { registrationUsecases } from './usecases.ts'

type Parts = {
  readonly programme: Programme
  readonly messages: Pick<MessageUsecases, 'tell' | 'subjectsOf' | 'sentMessage'>
  readonly workshops: Pick<WorkshopReadUsecases, 'show' | 'coming'>
  readonly views: WorkshopViews
  readonly allocation: SeatAllocation
  readonly batches: SeatBatches
  readonly waitingList: Pick<WaitingListUsecases, 'reallocateSeats' | 'recount' | 'availabilityNow'>
  readonly calendars: Pick<CalendarUsecases, 'addressOf' | 'renew'>
  /** Address of a workshop's calendar file. */
  readonly calendarOf: (workshop: string) => string
  readonly marks: () => Marks
}

/** Registration: answers, waiting list, offers, swaps. */
export function wireRegistration(wiring: Wiring, parts: Parts) {
  const { transact, read, note, clock, zone, words, tabLink } = wiring
  const { programme, messages, workshops, views, allocation, batches, waitingList } = parts
  const { calendars, calendarOf, marks } = parts
  const [store, seats, registrationsIn] = [workshopStore, seatStore, registrationStore]
  const registrations = registrationUsecases({
    store,
    registrations: registrationsIn,
    allocation,
    batches,
    waitingList,
    views,
    needs: needStore,
    visits: visitStore,
    transact,
    read,
    clock,
  })
  const { agenda } = agendaUsecases({ store, registrations: registrationsIn, views, read, clock })
  const swaps = swapUsecases({ store, seats, days: swapStore, views, waitingList, read, clock, zone })
  const offers = offerUsecases({ seats, transact, read, note, clock, messages })
  const context = { programme, words, calendarOf, tabLink, marks }
  const answers = answerHandlers({ ...context, workshops, registrations, calendars })
  const seatActs = seatHandlers({ ...context, workshops, registrations, swaps })
  const offered = offerHandlers({ programme, words, calendarOf, workshops, offers, messages })
  return {
    registrations,
    handlers: {
      commands: answers.commands ?? [],
      verbs: { ...answers.verbs, ...seatActs.verbs },
      facts: { ...answers.facts, ...offered.facts },
    },
    notice: offerNotice({ programme, words, calendarOf }),
    routes: [
      ...personalViewRoutes({ workshops, agenda, calendarOf, marks }),
      ...registrationRoutes({ registrations, offers, calendarOf, marks }),
      ...seatRoutes({ registrations, swaps, offers, calendars, calendarOf }),
    ],
  }
}
