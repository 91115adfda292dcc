import { writeFileSync } from 'node:fs'
import { readSecretFile, secretFileOf } from '../config/index.ts'
import { type Clock, DAY, HOUR, systemClock } from '../kernel/time/clock.ts'

/** The demo's clock: the machine's, and by how much it is ahead or, while the demo's past is made, behind (ms). */
export type ShiftedClock = Clock & { shift: number }

/** By what the start page moves it. */
export const STEPS = { hour: HOUR, day: DAY, week: 7 * DAY } as const
export type ClockStep = keyof typeof STEPS

/** Runs what is due, until nothing is. */
type Deliver = { readonly wake: () => void; readonly idle: () => Promise<void> }

/** What is in memory alone is gone with the process, and so is its time. */
const isKept = (databaseUrl: string) => databaseUrl !== 'file::memory:'

/** `base`, as far ahead as it was left, since what was done then is dated then. */
export function demoClock(databaseUrl: string, base = systemClock): ShiftedClock {
  const kept = isKept(databaseUrl) ? Number(readSecretFile(databaseUrl, 'clock') ?? 0) : 0
  const clock: ShiftedClock = {
    // Handed over by itself: no `this`.
    now: () => base.now() + clock.shift,
    shift: Number.isFinite(kept) && kept > 0 ? kept : 0,
  }
  return clock
}

/**
 * Moves the clock on, an hour at a time: each message leaves at its own hour, as it would have. One move after another:
 * whoever asks twice waits for the first.
 */
export function movingClock(clock: ShiftedClock, databaseUrl: string, { wake, idle }: Deliver) {
  let moved = Promise.resolve()

  async function move(step: ClockStep): Promise<void> {
    for (let left = STEPS[step]; left > 0; left -= HOUR) {
      clock.shift += HOUR
      wake()
      await idle()
    }
    if (isKept(databaseUrl)) writeFileSync(secretFileOf(databaseUrl, 'clock'), String(clock.shift))
  }

  return (step: ClockStep): Promise<void> => {
    moved = moved.catch(() => {}).then(() => move(step))
    return moved
  }
}
