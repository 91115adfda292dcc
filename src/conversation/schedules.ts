import type { Clock } from '../kernel/clock.ts'
import type { Fact, Note } from '../kernel/outbox.ts'
import type { Transact } from '../kernel/tx.ts'

/** A fact that comes true again and again. `next`: the first moment after `after`, both in milliseconds. */
export type Schedule = { readonly kind: string; readonly next: (after: number) => number }

type Parts = {
  readonly schedules: readonly Schedule[]
  readonly transact: Transact
  readonly note: Note
  readonly clock: Clock
}

/** Keeps exactly one fact of each schedule waiting, however many instances run and whatever becomes of the last one. */
export function createSchedules({ schedules, transact, note, clock }: Parts) {
  const wait = ({ kind, next }: Schedule) =>
    transact(tx => note(tx, { kind, payload: {}, dueAt: next(clock.now()), mergeKey: kind }))

  return {
    /** At start. One that waits already keeps its moment: work that fell due while nothing ran is done at once. */
    begin: async (): Promise<void> => {
      for (const schedule of schedules) await wait(schedule)
    },
    /** Before a fact is acted upon, so that its failure does not end the schedule. */
    again: async ({ kind }: Fact): Promise<void> => {
      const schedule = schedules.find(each => each.kind === kind)
      if (schedule) await wait(schedule)
    },
  }
}
