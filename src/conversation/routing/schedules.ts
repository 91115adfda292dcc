import type { Ids } from '../../kernel/crypto/ids.ts'
import type { Logger } from '../../kernel/monitoring/logger.ts'
import { noTrace, type Trace } from '../../kernel/monitoring/trace.ts'
import type { Once } from '../../kernel/storage/idempotency.ts'
import type { Fact, Note } from '../../kernel/storage/outbox.ts'
import type { Transact } from '../../kernel/storage/tx.ts'
import { type Clock, DAY } from '../../kernel/time/clock.ts'

/** A fact that comes true again and again. `next`: the first moment after `after`, both in milliseconds. */
export type Schedule = {
  readonly kind: string
  readonly next: (after: number) => number
  /** Also at once, the first time that anything starts on the database. */
  readonly atFirst?: boolean
  /** It takes away what is old by the clock. */
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
  /** Another one once the clock was set back by hours: what a wrong one had noted or done counts no more. */
  readonly generation?: () => Promise<string>
  /** Whether what is old by the clock is old. */
  readonly isSteady?: () => Promise<boolean>
}

/** For how long it is known that a run was noted: no instance is behind for so long. */
const KNOWN = 40 * DAY
const EVER = 36_500 * DAY

/**
 * Notes each run of each schedule once, however many instances run and however often they start. A run that fell due
 * while nothing ran is done when something does, and those it missed after are not made up for.
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
    const by = await generation()
    const fact = { kind, payload: { at, ...(by !== '' && { by }) }, dueAt: at }
    await noteOnce(`run:${kind}:${at}${by && `:${by}`}`, at - clock.now() + KNOWN, fact)
  }

  /** Whether the schedule names this run as yet: a method file, or the clock, may have been set right since it was noted. */
  const isNamed = async ({ next }: Schedule, { payload: { at, by = '' } }: Fact): Promise<boolean> =>
    typeof at !== 'number' || (next(at - 1) === at && by === (await generation()))

  /** One that erases comes again, with the next run. */
  async function mayRun({ kind, erases = false }: Schedule): Promise<boolean> {
    if (!erases || (await isSteady())) return true
    log.warn({ kind }, 'the clock was set lately: what is old is not erased yet')
    return false
  }

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
        if (!(await isNamed(schedule, fact)) || !(await mayRun(schedule))) return []
        return trace.part('schedule', { kind: schedule.kind }, () => expand(fact))
      },
  }
}
