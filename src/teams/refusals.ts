import { type Clock, MINUTE } from '../kernel/clock.ts'
import type { Logger } from '../kernel/logger.ts'

/** One line a minute, however many are turned away: it says how many more there were since the last. */
export function createRefusalLog(log: Logger, clock: Clock): (reason: string) => void {
  let last = Number.NEGATIVE_INFINITY
  let unsaid = 0
  return reason => {
    if (clock.now() - last < MINUTE) {
      unsaid += 1
      return
    }
    log.warn({ reason, unsaid }, 'a request to the bot was turned away')
    last = clock.now()
    unsaid = 0
  }
}
