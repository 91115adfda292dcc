import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { type Clock, HOUR } from '../../../kernel/time/clock.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { BallotStore } from '../ballot/context-usecases.ts'
import { type Ballot, stageOf } from '../ballot/domain.ts'
import { type LastDay, lastDayOf, type Nearness, nearnessOf, needsLastDayEdit, startOf } from './last-day.ts'

/** How long before the start of work the card is edited (milliseconds). */
const AHEAD = HOUR

/** Limit of running ballots. */
const MANY = 100

type LastDayParts = {
  readonly store: (tx: Tx) => Pick<BallotStore, 'find' | 'running'>
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly clock: Clock
  readonly zone: string
  readonly messages: Pick<MessageUsecases, 'workdays' | 'tellable'>
}

export type LastDayUsecases = ReturnType<typeof lastDayUsecases>

/** Last-day notice: when a ballot's channel card says that it is about to close. It asks the programme's calendar: never inside a transaction. */
export function lastDayUsecases({ store, transact, read, note, clock, zone, messages }: LastDayParts) {
  async function dayOf(ballot: Pick<Ballot, 'opensAt' | 'closesAt'>): Promise<LastDay> {
    const beginsOn = (day: string) => messages.tellable(startOf(day, zone))
    return lastDayOf(ballot, zone, { workdays: await messages.workdays(), beginsOn })
  }

  const dueAt = ({ day, beginsAt }: LastDay) => Math.max(startOf(day, zone), beginsAt - AHEAD)

  function scheduleLastDay(tx: Tx, ballot: string, at: number): Promise<void> {
    const mergeKey = `ballots:${ballot}:last-day`
    return note(tx, { kind: 'ballots.last-day', payload: { ballot }, dueAt: at, mergeKey })
  }

  return {
    /** Schedules the edit of its card for that time (milliseconds), once. */
    scheduleLastDay,

    /** When its card is edited for the last day: an hour before work begins (milliseconds). */
    dueAt: async (ballot: Pick<Ballot, 'opensAt' | 'closesAt'>): Promise<number> =>
      dueAt(await dayOf(ballot)),

    /** What the card of an open ballot says of its end now, if anything. */
    nearness: async (ballot: Pick<Ballot, 'opensAt' | 'closesAt'>): Promise<Nearness | undefined> =>
      nearnessOf(ballot, await dayOf(ballot), clock.now(), zone),

    /** Whether the edit is due. Rescheduled where the programme's calendar has changed since. */
    async isDue(id: string): Promise<boolean> {
      const ballot = await read(tx => store(tx).find(id))
      if (!ballot || stageOf(ballot, clock.now()) !== 'open') return false
      const last = await dayOf(ballot)
      if (!needsLastDayEdit(ballot, last, zone)) return false
      const at = dueAt(last)
      if (at > clock.now()) await transact(tx => scheduleLastDay(tx, id, at))
      return at <= clock.now()
    },

    /** At start: schedules it for running ballots that an older version opened. */
    async resume(): Promise<void> {
      const now = clock.now()
      for (const ballot of await read(tx => store(tx).running({ now, limit: MANY }))) {
        const last = await dayOf(ballot)
        const ahead = needsLastDayEdit(ballot, last, zone) && dueAt(last) > now
        if (ahead) await transact(tx => scheduleLastDay(tx, ballot.id, dueAt(last)))
      }
    },
  }
}
