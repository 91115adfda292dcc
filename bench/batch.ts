import { setTimeout } from 'node:timers/promises'
import type { Call } from '../src/tabs/client/data/api/call.ts'
import { READERS } from '../src/tabs/client/data/sources/sources.ts'
import { type Benchmark, inTurn } from './benchmark.ts'
import { startDemo, tokenOf } from './demo.ts'
import { timeOf, withFolder } from './process.ts'

/** What the personal page asks for as it opens, each reading alone. */
async function pathsRead(): Promise<readonly string[]> {
  const paths: string[] = []
  const note = (async (_, path) => {
    paths.push(path)
    return { items: [] }
  }) as Call
  for (const read of Object.values(READERS)) await read(note, 0)
  return paths
}

/** Openings of one sample: Linux counts a processor's time in hundredths of a second. */
const OPENINGS = 10
const TIMES = 5
/** Before each sample, to stay below what a person may ask in a minute (ms). */
const PAUSE = 15_000

export const batch: Benchmark = {
  name: 'batch',
  about:
    'what the server’s processor does for one opening of the personal page, asked in one call; each reading alone',
  unit: 'ms',
  long: true,
  built: true,
  named: true,
  run: () =>
    withFolder(async folder => {
      const { origin, server } = await startDemo(`file:${folder}/batch.sqlite`)
      const headers = { authorization: `Bearer ${await tokenOf(origin, 'agent')}` }
      const get = async (path: string) => {
        const response = await fetch(`${origin}/api/v1${path}`, { headers })
        if (!response.ok) throw new Error(`${path} was answered ${response.status}`)
        return response.json()
      }
      const paths = await pathsRead()
      const query = paths.map(path => `read=${encodeURIComponent(path)}`).join('&')
      const perOpening = (open: () => Promise<unknown>) => async () => {
        await setTimeout(PAUSE)
        const before = timeOf(server.child)
        for (let opening = 0; opening < OPENINGS; opening++) await open()
        return ((timeOf(server.child) - before) * 1_000) / OPENINGS
      }
      const together = perOpening(() => get(`/batch?${query}`))
      const singly = perOpening(() => Promise.all(paths.map(get)))
      return inTurn(TIMES, together, singly).finally(server.stop)
    }),
}
