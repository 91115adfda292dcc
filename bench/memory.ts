import { setTimeout } from 'node:timers/promises'
import { type Benchmark, inTurn } from './benchmark.ts'
import { type Running, residentMemory, withFolder } from './process.ts'
import { startSdks, startServer } from './server.ts'

const IDLE_MS = 5_000

async function idle(starting: Promise<Running>): Promise<number> {
  const { child, stop } = await starting
  await setTimeout(IDLE_MS)
  const size = residentMemory(child)
  await stop()
  return size
}

export const memory: Benchmark = {
  name: 'memory',
  about:
    'resident memory 5 s after the production server is ready, nobody calling; the SDKs alone behind restify',
  unit: 'MB',
  aim: 260,
  built: true,
  run: () =>
    withFolder(folder =>
      inTurn(
        3,
        () => idle(startServer(folder)),
        () => idle(startSdks()),
      ),
    ),
}
