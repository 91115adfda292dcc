import type { Transact } from '../kernel/storage/tx.ts'
import { type Clock, DAY } from '../kernel/time/clock.ts'
import { assistantStore, DAYS_KEPT } from './store.ts'

/** `YYYY-MM-DD` of a moment (ms), UTC. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

type Parts = {
  readonly transact: Transact
  readonly read: Transact
  readonly clock: Clock
  /** Tokens that all instances together may use in a day. */
  readonly most: number
}

/** A part of the day's tokens that is held for a call. */
export type Reservation = {
  /** Once the call has ended: what it used instead (tokens). */
  readonly settle: (used: number) => Promise<void>
}

/**
 * The day's tokens, as rows: a restart and a second instance go on from them. They are reserved before a call, so that
 * calls at once do not pass the bound together; a process that dies leaves its reservation used.
 */
export function createSpend({ transact, read, clock, most }: Parts) {
  return {
    /** Undefined where the day's tokens do not suffice. */
    async reserve(tokens: number): Promise<Reservation | undefined> {
      const now = clock.now()
      const [day, kept] = [dayOf(now), dayOf(now - DAYS_KEPT * DAY)]
      if (!(await transact(tx => assistantStore(tx).reserve(day, tokens, most, kept)))) return undefined
      return {
        settle: used => transact(tx => assistantStore(tx).settle(day, used - tokens)),
      }
    },
    /** Tokens used today. */
    async today(): Promise<number> {
      const [first] = await read(tx => assistantStore(tx).days(dayOf(clock.now())))
      return first?.tokens ?? 0
    },
  }
}
