import type { Tx } from '../../../kernel/storage/tx.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import type { Weekday } from '../../../kernel/time/week.ts'
import { nextAllowed, nextDay, weekdayOf, weekOf } from '../calendar/domain.ts'
import type { Message, MessageState } from '../message/domain.ts'
import { type BatchCount, endOf } from './batch.ts'
import { ending } from './outcome-usecases.ts'
import type { MessageParts } from './parts.ts'
import { scheduling } from './schedule-usecases.ts'
import { ticketing } from './ticket-usecases.ts'

export type BatchStore = {
  readonly counts: (batch: string) => Promise<readonly BatchCount[]>
  /** Ids of messages in `state` on which nothing was pressed, from just after `after`. */
  readonly page: (
    batch: string,
    state: MessageState,
    limit: number,
    after: string,
  ) => Promise<readonly string[]>
  /** Undefined for a message without a batch. */
  readonly of: (id: string) => Promise<BatchMembership | undefined>
}

/** `had`: a button of it was pressed, so the person has it, and postponing it is their own affair. */
type BatchMembership = { readonly batch: string; readonly had: boolean }

type Parts = MessageParts & {
  readonly batch: (tx: Tx) => BatchStore
  /** For tests. */
  readonly chunk?: number
}

/** Messages per transaction: limits how long others wait to some tens of milliseconds. */
const CHUNK = 100

/** A part of a batch. `after`: id of the last one processed; '' at the beginning. */
type BatchPart = { readonly batch: string; readonly after: string }

/** `week`: an ISO week, `2027-W16`; `today`: `YYYY-MM-DD`; `perWeek`: the programme's budget. */
export type WeekNow = {
  readonly week: string
  readonly today: string
  readonly weekday: Weekday
  readonly perWeek: number
}

export type BatchUsecases = ReturnType<typeof batches>

/** Batches: messages that are queued, paused, resumed and stopped together. Methods with `tx` run within it. */
export function batches(parts: Parts) {
  const { store, batch: stored, read, clock, zone, perWeek, calendar, chunk = CHUNK } = parts
  const { schedule } = scheduling(parts)
  const { end } = ending(parts)
  const { claimable } = ticketing(parts)

  /** Runs `work` on the next messages in `state`. @returns the cursor; undefined at the end */
  async function each(
    tx: Tx,
    { batch, after }: BatchPart,
    state: MessageState,
    work: (message: Message) => Promise<void>,
  ) {
    const ids = await stored(tx).page(batch, state, chunk, after)
    for (const id of ids) {
      const message = await store(tx).lock(id)
      if (message?.state === state) await work(message)
    }
    return ids.length === chunk ? ids.at(-1) : undefined
  }

  return {
    counts: (batch: string): Promise<readonly BatchCount[]> => read(tx => stored(tx).counts(batch)),

    /** The batch of the message that the ticket names. */
    of(ticket: string): Promise<BatchMembership | undefined> {
      const [id = ''] = ticket.split(':')
      return read(tx => stored(tx).of(id))
    },

    /** The due message of a ticket may not be sent: it waits without a fact, or is stopped for good. */
    async halt(tx: Tx, ticket: string, state: 'waiting' | 'stopped'): Promise<void> {
      const message = await claimable(tx, ticket)
      if (!message) return
      await store(tx).free(message)
      await end(tx, message, state)
    },

    /** Reschedules waiting messages, and invalidates their earlier facts. */
    goOn: (tx: Tx, part: BatchPart) =>
      each(tx, part, 'waiting', message => schedule(tx, message, clock.now())),

    stop: (tx: Tx, part: BatchPart) => each(tx, part, 'waiting', message => end(tx, message, 'stopped')),

    /** Sends unconfirmed messages once more, under a new key. */
    again: (tx: Tx, part: BatchPart) =>
      each(tx, part, 'unknown', message =>
        schedule(tx, { ...message, round: message.round + 1 }, clock.now()),
      ),

    /** The week's budget period, and today for pauses and days off. */
    week(): WeekNow {
      const today = dateIn(clock.now(), zone)
      return { week: weekOf(clock.now(), zone), today, weekday: weekdayOf(today), perWeek }
    },

    /** First time from `at` on (milliseconds; absent: now) at which the bot may write; undefined where it may then. */
    async opensAt(at?: number): Promise<number | undefined> {
      const now = clock.now()
      const from = at ?? now
      const opens = nextAllowed(from, await calendar(now), zone)
      return opens === from ? undefined : opens
    },

    /** When the bot may write on the next working day. */
    async nextMorning(): Promise<number | undefined> {
      const now = clock.now()
      return nextAllowed(nextDay(now, zone), await calendar(now), zone)
    },

    /** Estimated time at which `count` more messages are sent at `rate` per second, within working hours. */
    async endOf(count: number, rate: number): Promise<number | undefined> {
      const now = clock.now()
      return endOf({ count, rate, now }, await calendar(now), zone)
    },
  }
}
