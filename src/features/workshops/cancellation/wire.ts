import type { Wiring } from '../../../conversation/wiring.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { Marks } from '../registration/outcomes.ts'
import { seatStore } from '../seats/store.ts'
import type { WaitingListUsecases } from '../seats/waiting-list-usecases.ts'
import { seriesStore } from '../series/store.ts'
import type { SeriesUsecases } from '../series/usecases.ts'
import { workshopStore } from '../workshop/store.ts'
import type { WorkshopReadUsecases } from '../workshop/usecases.ts'
import { callOffHandlers } from './handlers.ts'
import { cancellationNotice } from './notice-handlers.ts'
import { cancellationStore } from './store.ts'
import { callOffUsecases } from './usecases.ts'

type Parts = {
  readonly programme: Programme
  readonly messages: Pick<MessageUsecases, 'tell' | 'owed'>
  readonly workshops: Pick<WorkshopReadUsecases, 'show'>
  readonly series: Pick<SeriesUsecases, 'sheet'>
  readonly waitingList: Pick<WaitingListUsecases, 'recomputeAfterChange' | 'availabilityNow'>
  readonly calendarOf: (workshop: string) => string
  readonly marks: () => Pick<Marks, 'cameTo' | 'summarisedAmong'>
}

/** Cancellation and postponement, and the notification of those concerned. */
export function wireCancellation(wiring: Wiring, parts: Parts) {
  const { transact, read, note, audit, clock, ids, zone, words, tabLink } = wiring
  const { programme, messages, workshops, series, waitingList, calendarOf, marks } = parts
  const callOffs = callOffUsecases({
    cancellations: cancellationStore,
    series: seriesStore,
    store: workshopStore,
    seats: seatStore,
    waitingList,
    transact,
    read,
    note,
    audit,
    clock,
    zone,
    messages,
  })
  const context = { programme, words, calendarOf, tabLink, marks, workshops, callOffs }
  return {
    callOffs,
    handlers: callOffHandlers({ ...context, series, ids, clock }),
    notice: cancellationNotice(context),
  }
}
