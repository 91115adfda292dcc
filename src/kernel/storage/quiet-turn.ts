import { setImmediate } from 'node:timers/promises'

/**
 * Resolves once a turn of the event loop added nobody to those who wait, or `most` do: whoever has already arrived is read,
 * and nobody waits for a timer.
 */
export async function untilQuiet(count: () => number, most: number): Promise<void> {
  let seen = 0
  while (count() > seen && seen < most) {
    seen = count()
    await setImmediate()
  }
}
