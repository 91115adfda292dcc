import { type Benchmark, inTurn } from './benchmark.ts'
import { type Running, withFolder } from './process.ts'
import { startSdks, startServer } from './server.ts'

async function took(starting: Promise<Running>): Promise<number> {
  const running = await starting
  await running.stop()
  return running.took
}

/** A database that exists and files that the system has read before: a restart, not a first boot. */
export const start: Benchmark = {
  name: 'start',
  about:
    'cold start of the production server until it answers that it is ready; the SDKs alone behind restify',
  unit: 's',
  aim: 1.5,
  built: true,
  run: () =>
    withFolder(async folder => {
      await took(startServer(folder))
      await took(startSdks())
      return inTurn(
        7,
        () => took(startServer(folder)),
        () => took(startSdks()),
      )
    }),
}
