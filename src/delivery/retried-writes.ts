import type { Logger } from '../kernel/monitoring/logger.ts'
import { SECOND } from '../kernel/time/clock.ts'
import type { Timer } from './timer.ts'

export const AFTER_FAULT = 5 * SECOND

type Parts = {
  readonly timer: Timer
  readonly log: Logger
  readonly isRunning: () => boolean
}

/** Retries a write that must not be lost for as long as the database is down. */
export type RetriedWrite = <T>(work: () => Promise<T>) => Promise<T>

/** Rejects once delivery stops: the next sender recovers what was left. */
export function createRetriedWrites({ timer, log, isRunning }: Parts): RetriedWrite {
  return async work => {
    for (;;) {
      try {
        return await work()
      } catch (err) {
        if (!isRunning()) throw err
        log.error({ err }, 'what became of a post cannot be written down yet')
        await new Promise<void>(resolve => void timer(AFTER_FAULT, resolve))
      }
    }
  }
}
