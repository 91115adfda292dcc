import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { ReminderStore } from '../attendees/reminder-usecases.ts'
import { isToCome, stageOf } from '../workshop/domain.ts'
import { type Moving, movedFact } from '../workshop/facts.ts'
import type { WorkshopStore } from '../workshop/usecases.ts'
import { movedReason, mustKnowBy } from './notice-deadline.ts'

/** Recipients per transaction: limits how long others wait to some tens of milliseconds. */
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
     * Notifies a page of people who had a seat at the time of the move, without the actor; a fact notifies the next
     * page. A newer move supersedes it, and notifies everybody itself.
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
