import { type Outage, Unavailable } from '../../kernel/errors/unavailable.ts'
import type { Logger } from '../../kernel/monitoring/logger.ts'
import type { Transact } from '../../kernel/storage/tx.ts'
import { monotonic, SECOND } from '../../kernel/time/clock.ts'
import { codeOf, outageOf } from '../engines/outage.ts'
import { open } from '../transactions/tx.ts'

/** Why the database cannot be used for now. */
export type HealthIssue = Outage | 'not-migrated'

/** Whoever asks for health is not known: a write each time is more than they may cause. */
const EVERY = SECOND
/** On a disk that is full a small row may still find room: who could not write says more than who could (ms). */
const LINGERS = 3 * SECOND

type Parts = {
  readonly log: Logger
  /** Reads the whole schema: some milliseconds of the processor. */
  readonly isMigrated: () => Promise<boolean>
  /** Reads a row; rejects while nothing can be read. */
  readonly ping: () => Promise<unknown>
}

/** Health check: remembers whether the database could be written when it was last tried. */
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

  /** A stranger may ask often: the whole schema is read once a second at most, and in between a row. */
  async function isCurrent(): Promise<boolean> {
    if (monotonic.now() - migratedAt < EVERY) return ping().then(() => true)
    const current = await isMigrated()
    if (current) migratedAt = monotonic.now()
    return current
  }

  /** Writes a row as it stands. */
  async function probe(transact: Transact): Promise<void> {
    triedAt = monotonic.now()
    const write = transact(async tx => {
      await open(tx).updateTable('lease').set({ name: 'delivery' }).where('name', '=', 'delivery').execute()
    })
    await write.catch(() => {})
    probing = undefined
  }

  return {
    /** Both throw Unavailable in an outage. One that could write ends it. */
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
    /** Tries again what failed, once a second at most. Never rejects. */
    trouble: async (transact: Transact): Promise<HealthIssue | undefined> => {
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
