import type { Wiring } from '../../../conversation/wiring.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { Programme } from '../../programme/index.ts'
import { reminderStore } from '../attendees/reminder-store.ts'
import { seatStore } from '../seats/store.ts'
import type { Settling } from '../seats/waiting-list-usecases.ts'
import { workshopStore } from '../workshop/store.ts'
import { changeHandlers } from './handlers.ts'
import { movedHandlers, movedTeller } from './move-notice-handlers.ts'
import { movedUsecases } from './move-notice-usecases.ts'
import { changeStore } from './store.ts'
import { changeUsecases } from './usecases.ts'

type Parts = {
  readonly programme: Programme
  readonly messages: Pick<MessageUsecases, 'tell' | 'owed'>
  readonly settled: Pick<Settling, 'refit'>
  /** Address of a workshop's calendar file. */
  readonly calendarOf: (workshop: string) => string
}

/** What organisers change of an announced workshop, and who hears that it moved. */
export function wireChanges(wiring: Wiring, { programme, messages, settled, calendarOf }: Parts) {
  const { transact, read, once, note, audit, clock, ids, zone, words } = wiring
  const changes = changeUsecases({
    store: workshopStore,
    changes: changeStore,
    seats: seatStore,
    settled,
    programme,
    transact,
    read,
    once,
    note,
    audit,
    clock,
    ids,
    zone,
  })
  const moves = movedUsecases({
    store: workshopStore,
    holders: reminderStore,
    transact,
    note,
    clock,
    messages,
  })
  const { verbs } = changeHandlers({ changes, programme, words, ids, clock, calendarOf })
  return {
    changes,
    handlers: { verbs, facts: movedHandlers({ moves }).facts },
    teller: movedTeller({ programme, words, calendarOf }),
  }
}
