import type { ClockMark } from '../db/index.ts'
import type { Logger } from '../kernel/monitoring/logger.ts'
import { type Clock, DAY, HOUR, MINUTE, monotonic, SECOND } from '../kernel/time/clock.ts'

/**
 * For how long nothing is erased by its age once the clock came after a day or was set back: with one that is far ahead
 * nobody can sign in, and over a long weekend nobody may notice.
 */
export const STEADY = 4 * DAY

/** How often the time of day is held against the time that went by. */
const EVERY = MINUTE
/** Of so many times, it is kept once: how far back a process that starts can know. */
const KEPT = 10

type Parts = {
  readonly clock: Clock
  readonly log: Logger
  readonly mark: Pick<ClockMark, 'look'>
  /** What a wrong clock put off comes when the right one says. */
  readonly setRight: () => Promise<void>
}

/** Finds out that the clock was set, here and while nothing ran, and says so. */
export function watchClock({ clock, log, mark, setRight }: Parts) {
  const offset = () => clock.now() - monotonic.now()
  let [known, times] = [offset(), 0]
  let timer: ReturnType<typeof setInterval> | undefined

  /** Whether what is old by the clock is old. */
  async function look(): Promise<boolean> {
    const now = clock.now()
    const { jump, since } = await mark.look(now)
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
