import { type Clock, systemClock } from '../../../../kernel/time/clock.ts'

/** The server's time, as far as this machine can tell: its own clock may be wrong by hours, or be set right meanwhile. */
export type ServerClock = Clock & {
  /** Learns from an answer that says `at` (ms), asked for at `asked` on the monotonic clock. */
  readonly learn: (at: number, asked: number) => void
  /** Whether the server ever said what time it is. */
  readonly known: () => boolean
  /** Monotonic (ms). */
  readonly elapsed: () => number
}

export function createServerClock({ now, elapsed = now }: Clock = systemClock): ServerClock {
  let ahead: number | undefined
  return {
    now: () => (ahead === undefined ? now() : elapsed() + ahead),
    known: () => ahead !== undefined,
    elapsed,
    learn(at, asked) {
      const heard = elapsed()
      // Half of the way there and back.
      ahead = at + (heard - asked) / 2 - heard
    },
  }
}
