import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

/** What a benchmark ended leaves to do is done by then, and then it is looked for so long, so often (ms). */
const SETTLED = 1_000
const LOOKED = 2_000
const LOOK = 100

/** Processes that run or wait for a disk. @param stat what Linux says in /proc/stat */
export function busyIn(stat: string): number {
  const count = (name: string) => Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(stat)?.[1] ?? 0)
  return count('procs_running') + count('procs_blocked')
}

/**
 * What else the machine does: what its load average counts, of these two seconds alone. The average of a minute would
 * have the benchmark before in it.
 */
export async function loadBefore(): Promise<number> {
  await setTimeout(SETTLED)
  let busy = 0
  const looks = LOOKED / LOOK
  for (let look = 0; look < looks; look++) {
    await setTimeout(LOOK)
    // Whoever looks runs.
    busy += busyIn(readFileSync('/proc/stat', 'utf8')) - 1
  }
  return Number((busy / looks).toFixed(1))
}
