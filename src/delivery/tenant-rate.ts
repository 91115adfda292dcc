import { type Clock, SECOND } from '../kernel/time/clock.ts'
import type { Timer } from './timer.ts'

/** Requests per second for the whole tenant: what is sent unasked, and what is kept free for answers. */
export type Rates = { readonly perSecond: number; readonly reserve: number }

/** Places that were not used may be made up for, so many at once. */
const BURST = 4
/** So many refusals within a second, of different conversations, speak of the tenant and not of one of them. */
const STORM = 5
const LONGEST_QUIET = 3 * SECOND

export type TenantRate = {
  /** Resolves when one more may be sent: evenly spread, since what leaves in one burst arrives in one. */
  readonly turn: () => Promise<void>
  /** Resolves when a turn would come at once; takes none. */
  readonly free: () => Promise<void>
  /** Something else was asked of Teams. Beyond what is kept free for that, it takes a turn. */
  readonly replied: () => void
  /** Teams asked for quiet: many times at once, it holds for everybody. */
  readonly throttled: (retryAfterMs?: number) => void
}

/** Teams allows 50 a second for one bot in one tenant (Microsoft, «Optimize your bot with rate limiting»). */
export function createTenantRate({ perSecond, reserve }: Rates, clock: Clock, timer: Timer): TenantRate {
  const gap = SECOND / perSecond
  /** The last calls that took a turn: as many as may leave in a second. */
  const taken: number[] = []
  let next = Number.NEGATIVE_INFINITY
  let spare = reserve
  let sparedAt = clock.now()
  let refusals: number[] = []
  let queue = Promise.resolve()

  /** The next evenly spread moment. One that was late does not put off those after it, as long as they can catch up. */
  const spread = () => Math.max(next, clock.now() - BURST * gap)

  /** Moment from which one more is within the rate, both spread and counted over the last second. */
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
    turn() {
      // One after another, by when each really leaves: a process that was held up must not send all at once.
      queue = queue.then(() => until(place)).then(take)
      return queue
    },
    // After those who already wait: what is drawn and waits could not be stopped any more.
    free: () => queue.then(() => until(place)),
    replied() {
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
