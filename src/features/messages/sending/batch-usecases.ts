import type { Tx } from '../../../kernel/storage/tx.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import type { Weekday } from '../../../kernel/time/week.ts'
import { nextAllowed, weekdayOf, weekOf } from '../calendar/domain.ts'
import type { Message, MessageState } from '../message/domain.ts'
import { type BatchCount, endOf } from './batch.ts'
import { ending } from './outcome-usecases.ts'
import type { MessageParts } from './parts.ts'
import { arrangement } from './schedule-usecases.ts'
import { ticketing } from './ticket-usecases.ts'

export type BatchStore = {
  readonly counts: (batch: string) => Promise<readonly BatchCount[]>
  /** Ids of those in `state` that nobody pressed anything on, by id, from just beyond `after`. */
  readonly page: (
    batch: string,
    state: MessageState,
    limit: number,
    after: string,
  ) => Promise<readonly string[]>
  /** Undefined for a message of no batch. */
  readonly of: (id: string) => Promise<BatchMembership | undefined>
}

/** `had`: a button of it was pressed. The person has it, and when it comes again is their own affair. */
type BatchMembership = { readonly batch: string; readonly had: boolean }

type Parts = MessageParts & {
  readonly batch: (tx: Tx) => BatchStore
  /** For tests. */
  readonly chunk?: number
}

/** Messages of one transaction: it keeps others waiting for some tens of milliseconds at most. */
const CHUNK = 100

/** A part of a batch. `after`: the last one done, by id; '' at the beginning. */
type BatchPart = { readonly batch: string; readonly after: string }

/** `week`: an ISO week, `2027-W16`; `today`: `YYYY-MM-DD`; `perWeek`: the programme's own budget. */
export type WeekNow = {
  readonly week: string
  readonly today: string
  readonly weekday: Weekday
  readonly perWeek: number
}

export type BatchUsecases = ReturnType<typeof batches>

/** Messages that are told together, and held, taken up again and stopped together. Where it says so, in `tx`. */
export function batches(parts: Parts) {
  const { store, batch: stored, read, clock, zone, perWeek, calendar, chunk = CHUNK } = parts
  const { arrange } = arrangement(parts)
  const { end } = ending(parts)
  const { claimable } = ticketing(parts)

  /** Does `work` to the next of those in `state`. Answers where to go on; undefined once all are done. */
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

    /** The ticket's turn has come and it may not go: it waits on, with no fact of its own, or is stopped for good. */
    async halt(tx: Tx, ticket: string, state: 'waiting' | 'stopped'): Promise<void> {
      const message = await claimable(tx, ticket)
      if (!message) return
      await store(tx).free(message)
      await end(tx, message, state)
    },

    /** Those that wait wait for their moment anew: earlier facts no longer count. */
    goOn: (tx: Tx, part: BatchPart) =>
      each(tx, part, 'waiting', message => arrange(tx, message, clock.now())),

    stop: (tx: Tx, part: BatchPart) => each(tx, part, 'waiting', message => end(tx, message, 'stopped')),

    /** Those that nothing has confirmed go out once more, under a key of their own. */
    again: (tx: Tx, part: BatchPart) =>
      each(tx, part, 'unknown', message =>
        arrange(tx, { ...message, round: message.round + 1 }, clock.now()),
      ),

    /** What makes somebody's week full, and what day it is for a pause or a day off. */
    week(): WeekNow {
      const today = dateIn(clock.now(), zone)
      return { week: weekOf(clock.now(), zone), today, weekday: weekdayOf(today), perWeek }
    },

    /** When the bot may write again; undefined where it may now. */
    async opensAt(): Promise<number | undefined> {
      const now = clock.now()
      const opens = nextAllowed(now, await calendar(now), zone)
      return opens === now ? undefined : opens
    },

    /** When `count` more messages will have gone at `rate` a second, within working hours. */
    async endOf(count: number, rate: number): Promise<number | undefined> {
      const now = clock.now()
      return endOf({ count, rate, now }, await calendar(now), zone)
    },
  }
}
