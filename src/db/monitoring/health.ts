import { type Outage, Unavailable } from '../../kernel/errors/unavailable.ts'
import type { Logger } from '../../kernel/monitoring/logger.ts'
import type { Transact } from '../../kernel/storage/tx.ts'
import { monotonic, SECOND } from '../../kernel/time/clock.ts'
import { codeOf, outageOf } from '../engines/outage.ts'
import { open } from '../transactions/tx.ts'

/** Why the database cannot be used for now. */
export type HealthIssue = Outage | 'not-migrated'

/** Throttle of the write probe: health checks come without a token, and must not cause a write each. */
const EVERY = SECOND
/**
 * How long after a failed write the disk counts as full (ms): a small row may still find room where a larger one did
 * not.
 */
const LINGERS = 3 * SECOND

type Parts = {
  readonly log: Logger
  /** Compares the whole schema: some milliseconds of CPU. */
  readonly isMigrated: () => Promise<boolean>
  /** Reads a row; rejects while nothing can be read. */
  readonly ping: () => Promise<unknown>
}

/** Health check: remembers the outcome of the last write. */
export function monitorHealth({ log, isMigrated, ping }: Parts) {
  let outage: Outage | undefined
  let [triedAt, fullAt] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  let probing: Promise<void> | undefined
  let migratedAt = Number.NEGATIVE_INFINITY

  function note(found: Outage | undefined, error?: unknown): void {
    if (found && !outage)
      log.error({ reason: found, code: codeOf(error) }, 'the database cannot be used for now')
    if (outage && !found) log.info({ reason: outage }, 'the database can be used again')
    outage = found
    if (found === 'disk-full') fullAt = monotonic.now()
  }

  async function ask<T>(asked: () => Promise<T>): Promise<T> {
    try {
      return await asked()
    } catch (error) {
      const found = outageOf(error)
      if (!found) throw error
      note(found, error)
      throw new Unavailable(found, codeOf(error), error)
    }
  }

  /** Throttled: a full look at the schema once a second at most, a single row in between. */
  async function isCurrent(): Promise<boolean> {
    if (monotonic.now() - migratedAt < EVERY) return ping().then(() => true)
    const current = await isMigrated()
    if (current) migratedAt = monotonic.now()
    return current
  }

  /** Write probe: updates a row to its own value. */
  async function probe(transact: Transact): Promise<void> {
    triedAt = monotonic.now()
    const write = transact(async tx => {
      await open(tx).updateTable('lease').set({ name: 'delivery' }).where('name', '=', 'delivery').execute()
    })
    await write.catch(() => {})
    probing = undefined
  }

  return {
    /** Both wrap an outage in Unavailable. A successful write ends it. */
    writing:
      (transact: Transact): Transact =>
      work =>
        ask(() => transact(work)).then(done => {
          note(undefined)
          return done
        }),
    reading:
      (read: Transact): Transact =>
      work =>
        ask(() => read(work)),
    /** Repeats the probe that failed, once a second at most. Never rejects. */
    healthIssue: async (transact: Transact): Promise<HealthIssue | undefined> => {
      try {
        if (!(await ask(isCurrent))) return 'not-migrated'
      } catch (error) {
        return error instanceof Unavailable ? error.outage : 'unreachable'
      }
      if (outage && (probing || monotonic.now() - triedAt >= EVERY)) {
        probing ??= probe(transact)
        await probing
      }
      return outage ?? (monotonic.now() - fullAt < LINGERS ? 'disk-full' : undefined)
    },
  }
}
