import type { Wiring } from '../../../conversation/wiring.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { Programme } from '../../programme/index.ts'
import { reminderStore } from '../attendees/reminder-store.ts'
import { seatStore } from '../seats/store.ts'
import type { WaitingListUsecases } from '../seats/waiting-list-usecases.ts'
import { workshopStore } from '../workshop/store.ts'
import { changeHandlers } from './handlers.ts'
import { moveNotice, moveNoticeHandlers } from './move-notice-handlers.ts'
import { moveNoticeUsecases } from './move-notice-usecases.ts'
import { changeStore } from './store.ts'
import { changeUsecases } from './usecases.ts'

type Parts = {
  readonly programme: Programme
  readonly messages: Pick<MessageUsecases, 'tell' | 'owed'>
  readonly waitingList: Pick<WaitingListUsecases, 'recomputeAfterChange'>
  /** Address of a workshop's calendar file. */
  readonly calendarOf: (workshop: string) => string
}

/** Changes of an announced workshop, and the notification of a move. */
export function wireChanges(wiring: Wiring, { programme, messages, waitingList, calendarOf }: Parts) {
  const { transact, read, once, note, audit, clock, ids, zone, words } = wiring
  const changes = changeUsecases({
    store: workshopStore,
    changes: changeStore,
    seats: seatStore,
    waitingList,
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
  const moves = moveNoticeUsecases({
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
    handlers: { verbs, facts: moveNoticeHandlers({ moves }).facts },
    notice: moveNotice({ programme, words, calendarOf }),
  }
}
