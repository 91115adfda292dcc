import type { ClockMark } from '../db/index.ts'
import type { Logger } from '../kernel/monitoring/logger.ts'
import { type Clock, DAY, HOUR, MINUTE, monotonic, SECOND } from '../kernel/time/clock.ts'

/**
 * How long nothing is erased by age after the clock jumped by a day or was set back: while it is far ahead nobody can
 * sign in, and over a long weekend nobody may notice.
 */
export const STEADY = 4 * DAY

/** Interval of comparing the wall clock with the monotonic one. */
const EVERY = MINUTE
/** The observation is stored once in so many times: the precision of what a new process can know. */
const KEPT = 10

type Parts = {
  readonly clock: Clock
  readonly log: Logger
  readonly mark: Pick<ClockMark, 'observe'>
  /** Called when the clock was set back: makes due what the wrong clock had put off. */
  readonly setRight: () => Promise<void>
}

/** Detects jumps of the clock, in this process and while nothing ran, and logs them. */
export function watchClock({ clock, log, mark, setRight }: Parts) {
  const offset = () => clock.now() - monotonic.now()
  let [known, times] = [offset(), 0]
  let timer: ReturnType<typeof setInterval> | undefined

  /** Whether the clock has been steady long enough to erase by age. */
  async function look(): Promise<boolean> {
    const now = clock.now()
    const { jump, since } = await mark.observe(now)
    if (jump > 0)
      log.warn({ hours: Math.round(jump / HOUR) }, 'the clock is a day or more after anything last ran')
    if (jump < 0) {
      log.warn({ seconds: Math.round(jump / SECOND) }, 'the clock was set back')
      await setRight()
    }
    return now - since >= STEADY
  }

  async function tick(): Promise<void> {
    const moved = offset() - known
    known += moved
    times += 1
    if (moved > MINUTE) log.warn({ seconds: Math.round(moved / SECOND) }, 'the clock was set ahead')
    if (Math.abs(moved) > MINUTE || times % KEPT === 0) await look()
  }

  return {
    look,
    start: async (): Promise<void> => {
      await look()
      timer = setInterval(() => void tick().catch(() => {}), EVERY)
      timer.unref()
    },
    stop: (): void => clearInterval(timer),
  }
}
