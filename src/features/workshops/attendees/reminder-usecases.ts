import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { RegistrationAnswer } from '../workshop/domain.ts'

export type ReminderStore = {
  /** People who had a seat by `at` (milliseconds) and have it still, by id, from just beyond `after`. */
  readonly seated: (id: string, at: number, limit: number, after?: string) => Promise<readonly string[]>
  /** The answers of those of `people` who gave one. */
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

/** Who is to be reminded of a workshop. */
export function reminderUsecases({ holders, read, clock }: Parts) {
  return {
    /** Ids of people who have a seat, in order, from just beyond `after`. */
    seatedIn: (workshop: string, limit: number, after?: string): Promise<readonly string[]> =>
      read(tx => holders(tx).seated(workshop, clock.now(), limit, after)),

    /** The answers that those of `people` gave who gave one; at most 200. */
    answersIn: (
      workshop: string,
      people: readonly string[],
    ): Promise<ReadonlyMap<string, RegistrationAnswer>> =>
      read(tx => holders(tx).answersOf(workshop, people)),
  }
}
