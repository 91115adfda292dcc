import { type Clock, SECOND } from '../kernel/time/clock.ts'
import type { Timer } from './timer.ts'

/** Requests per second of the whole tenant: proactive ones, and a reserve for answers. */
export type Rates = { readonly perSecond: number; readonly reserve: number }

/** Burst: unused places may be made up for, so many at once. */
const BURST = 4
/** So many 429 within a second, of different conversations, mean a limit of the tenant. */
const STORM = 5
const LONGEST_QUIET = 3 * SECOND

export type TenantRate = {
  /** Resolves when one more may be sent: evenly spread, since calls sent in a burst arrive in one. */
  readonly waitTurn: () => Promise<void>
  /** Resolves when a turn would come at once; takes none. */
  readonly free: () => Promise<void>
  /** Counts another call to Teams. Beyond the reserve it uses up a turn. */
  readonly countCall: () => void
  /** Teams answered 429: many of these at once hold the whole tenant. */
  readonly throttled: (retryAfterMs?: number) => void
}

/** Microsoft's limit: 50 a second for one bot in one tenant («Optimize your bot with rate limiting»). */
export function createTenantRate({ perSecond, reserve }: Rates, clock: Clock, timer: Timer): TenantRate {
  const gap = SECOND / perSecond
  /** Times of the last calls with a turn: as many as fit in a second. */
  const taken: number[] = []
  let next = Number.NEGATIVE_INFINITY
  let spare = reserve
  let sparedAt = clock.now()
  let refusals: number[] = []
  let queue = Promise.resolve()

  /** The next evenly spread time. A late call does not delay the next ones, within the burst. */
  const spread = () => Math.max(next, clock.now() - BURST * gap)

  /** Time from which one more is within the rate, both spread and counted over the last second. */
  function place(): number {
    const full = taken.length < perSecond ? 0 : (taken.at(-perSecond) ?? 0) + SECOND
    return Math.max(spread(), full)
  }

  function take(): void {
    next = spread() + gap
    taken.push(clock.now())
    if (taken.length > perSecond) taken.shift()
  }

  async function until(at: () => number): Promise<void> {
    for (let wait = at() - clock.now(); wait > 0; wait = at() - clock.now()) {
      await new Promise<void>(resolve => void timer(Math.ceil(wait), resolve))
    }
  }

  return {
    waitTurn() {
      // Sequential, by when each really leaves: a process that was held up must not send all at once.
      queue = queue.then(() => until(place)).then(take)
      return queue
    },
    // Behind those already waiting: a rendered message that waits could not be stopped any more.
    free: () => queue.then(() => until(place)),
    countCall() {
      const now = clock.now()
      spare = Math.min(reserve, spare + ((now - sparedAt) / SECOND) * reserve)
      sparedAt = now
      if (spare >= 1) spare -= 1
      else take()
    },
    throttled(retryAfterMs = SECOND) {
      const now = clock.now()
      refusals = [...refusals.filter(at => at > now - SECOND), now]
      if (refusals.length < STORM) return
      refusals = []
      next = Math.max(next, now + Math.min(retryAfterMs, LONGEST_QUIET))
    },
  }
}
