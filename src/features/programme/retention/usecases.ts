import type { Expiring, Expiry } from '../../../kernel/personal-data/expiry.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import type { ProgrammeContent } from '../programme/domain.ts'
import { limitOf, monthsFrom } from './domain.ts'

/** Number of rows erased by night and kind; exact, as stored. `day`: `YYYY-MM-DD`. */
export type Erased = { readonly day: string; readonly kind: Expiring; readonly count: number }

export type RetentionStore = {
  /** Adds to the day's count. */
  readonly note: (day: string, kind: Expiring, count: number) => Promise<void>
  /** Deletes counts of before `day`. */
  readonly forget: (day: string) => Promise<void>
  /** The latest counts, newest first. */
  readonly last: (limit: number) => Promise<readonly Erased[]>
}

type Parts = {
  readonly programme: Pick<ProgrammeContent, 'phases' | 'retention' | 'calendar'>
  readonly expiries: readonly Expiry[]
  readonly store: (tx: Tx) => RetentionStore
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly clock: Clock
}

/** Rows per transaction: limits how long others wait. */
const BATCH = 200
/** Limit per kind and night: the rest follows the next night. */
const NIGHT = 20_000
/** Retention of these counts in months. */
const TOLD_MONTHS = 24

export type RetentionUsecases = ReturnType<typeof retentionUsecases>

export function retentionUsecases({ programme, expiries, store, transact, read, note, clock }: Parts) {
  const today = () => dateIn(clock.now(), programme.calendar.zone)

  async function eraseOne(expiry: Expiry, before: number, day: string): Promise<void> {
    for (let gone = 0; gone < NIGHT; ) {
      const count = await transact(async tx => {
        const erased = await expiry.erase(tx, before, BATCH, { now: clock.now(), note })
        if (erased > 0) await store(tx).note(day, expiry.kind, erased)
        return erased
      })
      gone += count
      if (count < BATCH) return
    }
  }

  return {
    /** Erases what is due in batches, one transaction each: an interrupted night is continued the next. */
    async erase(): Promise<void> {
      const day = today()
      for (const expiry of expiries) {
        const before = limitOf(programme, expiry, day)
        if (before !== undefined) await eraseOne(expiry, before, day)
      }
      await transact(tx => store(tx).forget(monthsFrom(day, -TOLD_MONTHS)))
    },

    /** Number of rows of each kind due now. */
    async due(): Promise<readonly { readonly kind: Expiring; readonly count: number }[]> {
      const day = today()
      return read(async tx => {
        const due: { kind: Expiring; count: number }[] = []
        for (const expiry of expiries) {
          const before = limitOf(programme, expiry, day)
          const count = before === undefined ? 0 : await expiry.count(tx, before, clock.now())
          due.push({ kind: expiry.kind, count })
        }
        return due
      })
    },
  }
}
