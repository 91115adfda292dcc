import { type Clock, DAY } from '../kernel/clock.ts'
import type { Ids } from '../kernel/ids.ts'
import type { Once } from '../kernel/once.ts'
import type { Fact, Note } from '../kernel/outbox.ts'
import { noTrace, type Trace } from '../kernel/trace.ts'
import type { Transact } from '../kernel/tx.ts'

/** A fact that comes true again and again. `next`: the first moment after `after`, both in milliseconds. */
export type Schedule = {
  readonly kind: string
  readonly next: (after: number) => number
  /** Also at once, the first time that anything starts on the database. */
  readonly atFirst?: boolean
}

type Parts = {
  readonly schedules: readonly Schedule[]
  readonly transact: Transact
  readonly once: Once
  readonly note: Note
  readonly clock: Clock
  readonly ids: Ids
  readonly trace?: Trace
}

/** For how long it is known that a run was noted: no instance is behind for so long. */
const KNOWN = 40 * DAY
const EVER = 36_500 * DAY

/**
 * Notes each run of each schedule once, however many instances run and however often they start. A run that fell due
 * while nothing ran is done when something does, and those it missed after are not made up for.
 */
export function createSchedules({ schedules, transact, once, note, clock, ids, trace = noTrace }: Parts) {
  const noteOnce = (key: string, forMs: number, fact: Fact) =>
    transact(async tx => {
      const run = ids.next()
      if ((await once(tx, [{ key, forMs }], run)) === run) await note(tx, fact)
    })

  function wait({ kind, next }: Schedule): Promise<void> {
    const at = next(clock.now())
    const fact = { kind, payload: { at }, dueAt: at }
    return noteOnce(`run:${kind}:${at}`, at - clock.now() + KNOWN, fact)
  }

  /** Whether the schedule names this run as yet: a method file may have changed it since it was noted. */
  const isNamed = ({ next }: Schedule, { payload: { at } }: Fact): boolean =>
    typeof at !== 'number' || next(at - 1) === at

  return {
    /** At start. */
    begin: async (): Promise<void> => {
      for (const schedule of schedules) {
        const { kind, atFirst } = schedule
        if (atFirst) await noteOnce(`run:${kind}:first`, EVER, { kind, payload: {} })
        await wait(schedule)
      }
    },
    /** `expand`, with the next run noted before this one is acted upon: its failure does not end the schedule. */
    kept:
      <T>(expand: (fact: Fact) => Promise<readonly T[]>) =>
      async (fact: Fact): Promise<readonly T[]> => {
        const schedule = schedules.find(({ kind }) => kind === fact.kind)
        if (!schedule) return expand(fact)
        await wait(schedule)
        if (!isNamed(schedule, fact)) return []
        return trace.part('schedule', { kind: schedule.kind }, () => expand(fact))
      },
  }
}
