import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { ReminderStore } from '../attendees/reminder-usecases.ts'
import { isToCome, stageOf } from '../workshop/domain.ts'
import { type Moving, movedFact } from '../workshop/facts.ts'
import type { WorkshopStore } from '../workshop/usecases.ts'
import { movedReason, mustKnowBy } from './notice-deadline.ts'

/** People told in one transaction: it keeps others waiting for some tens of milliseconds at most. */
const PAGE = 50

type Parts = {
  readonly store: (tx: Tx) => Pick<WorkshopStore, 'find'>
  readonly holders: (tx: Tx) => Pick<ReminderStore, 'seated'>
  readonly transact: Transact
  readonly note: Note
  readonly clock: Clock
  readonly messages: Pick<MessageUsecases, 'tell' | 'owed'>
}

export type MoveNoticeUsecases = ReturnType<typeof moveNoticeUsecases>

export function moveNoticeUsecases({ store, holders, transact, note, clock, messages }: Parts) {
  return {
    /**
     * Tells a page of those who had a seat when it moved, but whoever moved it; a fact of its own tells the next page.
     * A move that another has overtaken stops: that one tells everybody.
     */
    tellSeated: (moving: Moving): Promise<void> =>
      transact(async tx => {
        const { workshop: id, revision, by, after } = moving
        const workshop = await store(tx).find(id)
        if (!workshop || workshop.revision !== revision) return
        if (!isToCome(stageOf(workshop, clock.now()))) return
        const seated = await holders(tx).seated(id, workshop.changedAt, PAGE, after)
        const { moved, startsAt: until, was = workshop } = workshop
        const own = was.startsAt > clock.now() ? Math.min(was.startsAt, until) : until
        for (const person of seated.filter(each => each !== by)) {
          const reason = movedReason(id, revision)
          const mustReach = await mustKnowBy(tx, messages, workshop, person, own)
          const subject = { workshop: id, revision, moved, mustReach }
          await messages.tell(tx, {
            person,
            topic: 'workshop-moved',
            reason,
            subject,
            by: 'workshops',
            until,
          })
        }
        const last = seated.at(-1)
        if (seated.length === PAGE && last) await note(tx, movedFact({ ...moving, after: last }))
      }),
  }
}
