import type { Ids } from '../../kernel/crypto/ids.ts'
import type { Logger } from '../../kernel/monitoring/logger.ts'
import { noTrace, type Trace } from '../../kernel/monitoring/trace.ts'
import type { Once } from '../../kernel/storage/idempotency.ts'
import type { Fact, Note } from '../../kernel/storage/outbox.ts'
import type { Transact } from '../../kernel/storage/tx.ts'
import { type Clock, DAY } from '../../kernel/time/clock.ts'

/** A recurring fact (cron job). `next`: the first run after `after`, both in milliseconds; undefined while it does not run. */
export type Schedule = {
  readonly kind: string
  readonly next: (after: number) => number | undefined
  /** Also runs at once when the database is new. */
  readonly atFirst?: boolean
  /** Erases by age, so it must not run by a wrong clock. */
  readonly erases?: boolean
}

type Parts = {
  readonly schedules: readonly Schedule[]
  readonly transact: Transact
  readonly once: Once
  readonly note: Note
  readonly clock: Clock
  readonly ids: Ids
  readonly trace?: Trace
  readonly log: Logger
  /** Generation of the clock: changes when it is set back by hours, and invalidates runs enqueued before. */
  readonly generation?: () => Promise<string>
  /** Whether the clock has been steady long enough to erase by age. */
  readonly isSteady?: () => Promise<boolean>
}

/** Lifetime of the idempotency keys of runs: longer than any instance is behind. */
const KNOWN = 40 * DAY
const EVER = 36_500 * DAY

/**
 * Enqueues each run of each schedule once, whatever the number of instances and restarts. One run that fell due while
 * nothing ran is caught up; further missed runs are skipped.
 */
export function createSchedules(parts: Parts) {
  const { schedules, transact, once, note, clock, ids, log, trace = noTrace } = parts
  const { generation = async () => '', isSteady = async () => true } = parts

  const noteOnce = (key: string, forMs: number, fact: Fact) =>
    transact(async tx => {
      const run = ids.next()
      if ((await once(tx, [{ key, forMs }], run)) === run) await note(tx, fact)
    })

  async function wait({ kind, next }: Schedule): Promise<void> {
    const at = next(clock.now())
    if (at === undefined) return
    const by = await generation()
    const fact = { kind, payload: { at, ...(by !== '' && { by }) }, dueAt: at }
    await noteOnce(`run:${kind}:${at}${by && `:${by}`}`, at - clock.now() + KNOWN, fact)
  }

  /**
   * Whether the schedule still has this run: the method file, or the clock, may have been corrected since it was
   * enqueued.
   */
  const isNamed = async ({ next }: Schedule, { payload: { at, by = '' } }: Fact): Promise<boolean> =>
    typeof at !== 'number' || (next(at - 1) === at && by === (await generation()))

  /** Postpones a run that erases while the clock is not steady, to the next run. */
  async function mayRun({ kind, erases = false }: Schedule): Promise<boolean> {
    if (!erases || (await isSteady())) return true
    log.warn({ kind }, 'the clock was set lately: what is old is not erased yet')
    return false
  }

  return {
    /** At start, and after a change of when something runs: enqueues the next run of each schedule. */
    begin: async (): Promise<void> => {
      for (const schedule of schedules) {
        const { kind, atFirst } = schedule
        if (atFirst) await noteOnce(`run:${kind}:first`, EVER, { kind, payload: {} })
        await wait(schedule)
      }
    },
    /**
     * Wraps `expand`: enqueues the next run before this one is handled, so that a failure does not end the schedule.
     */
    kept:
      <T>(expand: (fact: Fact) => Promise<readonly T[]>) =>
      async (fact: Fact): Promise<readonly T[]> => {
        const schedule = schedules.find(({ kind }) => kind === fact.kind)
        if (!schedule) return expand(fact)
        await wait(schedule)
        if (!(await isNamed(schedule, fact)) || !(await mayRun(schedule))) return []
        return trace.childSpan('schedule', { kind: schedule.kind }, () => expand(fact))
      },
  }
}
