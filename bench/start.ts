import { type Benchmark, inTurn } from './benchmark.ts'
import { type Running, timeOf, withFolder } from './process.ts'
import { startSdks, startServer } from './server.ts'

type Measure = (running: Running) => number

async function took(starting: Promise<Running>, measure: Measure): Promise<number> {
  const running = await starting
  const seconds = measure(running)
  await running.stop()
  return seconds
}

/** A database that exists and files that the system has read before: a restart, not a first boot. */
const measure = (runs: number, by: Measure) =>
  withFolder(async folder => {
    await took(startServer(folder), by)
    await took(startSdks(), by)
    return inTurn(
      runs,
      () => took(startServer(folder), by),
      () => took(startSdks(), by),
    )
  })

export const start: Benchmark = {
  name: 'start',
  about:
    'cold start of the production server until it answers that it is ready; the SDKs alone behind restify',
  unit: 's',
  aim: 1.5,
  aims: [{ of: 'ratio', atMost: 1.3 }],
  built: true,
  run: () => measure(7, ({ took }) => took),
  quick: () => measure(3, ({ child }) => timeOf(child)),
}
