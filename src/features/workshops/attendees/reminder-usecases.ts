import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { RegistrationAnswer } from '../workshop/domain.ts'

export type ReminderStore = {
  /** Ids of people who had a seat by `at` (milliseconds) and still have it, from just after `after`. */
  readonly seated: (id: string, at: number, limit: number, after?: string) => Promise<readonly string[]>
  /** Answers of `people`; absent without one. */
  readonly answersOf: (
    workshop: string,
    people: readonly string[],
  ) => Promise<ReadonlyMap<string, RegistrationAnswer>>
}

type Parts = {
  readonly holders: (tx: Tx) => ReminderStore
  readonly read: Transact
  readonly clock: Clock
}

export type ReminderUsecases = ReturnType<typeof reminderUsecases>

/** Recipients of workshop reminders. */
export function reminderUsecases({ holders, read, clock }: Parts) {
  return {
    /** Ids of people with a seat, sorted, from just after `after`. */
    seatedIn: (workshop: string, limit: number, after?: string): Promise<readonly string[]> =>
      read(tx => holders(tx).seated(workshop, clock.now(), limit, after)),

    /** Answers of `people`, absent without one; at most 200. */
    answersIn: (
      workshop: string,
      people: readonly string[],
    ): Promise<ReadonlyMap<string, RegistrationAnswer>> =>
      read(tx => holders(tx).answersOf(workshop, people)),
  }
}
