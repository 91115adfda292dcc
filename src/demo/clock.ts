import { writeFileSync } from 'node:fs'
import { readSecretFile, secretFileOf } from '../config/index.ts'
import { type Clock, DAY, HOUR, systemClock } from '../kernel/time/clock.ts'

/** The demo's clock: the machine's, shifted by some ms; negative while the sample's past is created. */
export type ShiftedClock = Clock & { shift: number }

/** Steps by which the start page moves the clock. */
export const STEPS = { hour: HOUR, day: DAY, week: 7 * DAY } as const
export type ClockStep = keyof typeof STEPS

/** Delivers due facts, until none is left. */
type Deliver = { readonly wake: () => void; readonly idle: () => Promise<void> }

/** A database in memory has no lasting clock. */
const isKept = (databaseUrl: string) => databaseUrl !== 'file::memory:'

/** `base`, with the shift stored by an earlier run, whose acts are dated by it. */
export function demoClock(databaseUrl: string, base = systemClock): ShiftedClock {
  const kept = isKept(databaseUrl) ? Number(readSecretFile(databaseUrl, 'clock') ?? 0) : 0
  const clock: ShiftedClock = {
    // A closure without `this`: the function is passed around.
    now: () => base.now() + clock.shift,
    shift: Number.isFinite(kept) && kept > 0 ? kept : 0,
  }
  return clock
}

/**
 * Moves the clock an hour at a time, so that each message is sent at its own hour. Concurrent moves run one after
 * another.
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
