import { setTimeout } from 'node:timers/promises'
import { type Benchmark, inTurn } from './benchmark.ts'
import { type Running, residentMemory, withFolder } from './process.ts'
import { startSdks, startServer } from './server.ts'

async function idle(starting: Promise<Running>, seconds: number): Promise<number> {
  const { child, stop } = await starting
  await setTimeout(seconds * 1_000)
  const size = residentMemory(child)
  await stop()
  return size
}

const measure = (runs: number, seconds: number) =>
  withFolder(folder =>
    inTurn(
      runs,
      () => idle(startServer(folder), seconds),
      () => idle(startSdks(), seconds),
    ),
  )

export const memory: Benchmark = {
  name: 'memory',
  about:
    'resident memory 5 s after the production server is ready, nobody calling; the SDKs alone behind restify',
  unit: 'MB',
  aim: 260,
  built: true,
  run: () => measure(3, 5),
  quick: () => measure(1, 2),
}
