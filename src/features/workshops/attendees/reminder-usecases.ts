import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Answer } from '../workshop/domain.ts'
import type { WorkshopStore } from '../workshop/usecases.ts'

type Parts = {
  readonly store: (tx: Tx) => WorkshopStore
  readonly read: Transact
  readonly clock: Clock
}

export type ReminderUsecases = ReturnType<typeof reminderUsecases>

/** Who is to be reminded of a workshop. */
export function reminderUsecases({ store, read, clock }: Parts) {
  return {
    /** Ids of people who have a seat, in order, from just beyond `after`. */
    seatedIn: (workshop: string, limit: number, after?: string): Promise<readonly string[]> =>
      read(tx => store(tx).seated(workshop, clock.now(), limit, after)),

    /** The answers that those of `people` gave who gave one; at most 200. */
    answersIn: (workshop: string, people: readonly string[]): Promise<ReadonlyMap<string, Answer>> =>
      read(tx => store(tx).answersOf(workshop, people)),
  }
}
