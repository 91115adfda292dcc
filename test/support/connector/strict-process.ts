import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { TeamsRecord } from './record.ts'
import type { WeatherOptions } from './weather.ts'

const FILE = fileURLToPath(new URL('strict-main.ts', import.meta.url))

/** Options of the process. `people`: how many of `manyPeople` there are beside the cast. */
export type StrictOptions = {
  readonly people: number
  readonly bearers: readonly string[]
  readonly weather: WeatherOptions
}

/** Requests to the process; each is answered under its number. */
export type Ask =
  | { readonly what: 'record' }
  /** Answered once there are so many posts, earlier ones included. */
  | { readonly what: 'taken'; readonly count: number }
  /** Answered once no call is in flight. */
  | { readonly what: 'calm' }

export type Asked = { readonly id: number; readonly ask: Ask }
export type Told = { readonly id: number; readonly answer: unknown }

/** A strict Teams in a process of its own: its record survives a kill of the product. */
export type StrictProcess = {
  readonly serviceUrl: string
  readonly record: () => Promise<TeamsRecord>
  readonly taken: (count: number) => Promise<void>
  readonly calm: () => Promise<void>
  readonly stop: () => Promise<void>
}

function asking(child: ChildProcess) {
  const open = new Map<number, (answer: unknown) => void>()
  let serial = 0
  child.on('message', ({ id, answer }: Told) => {
    open.get(id)?.(answer)
    open.delete(id)
  })
  return (ask: Ask): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++serial
      open.set(id, resolve)
      child.once('exit', () => reject(new Error('the strict Teams is gone')))
      child.send({ id, ask } satisfies Asked)
    })
}

/** Starts it; it ends with this process at the latest. */
export async function startStrictProcess(options: StrictOptions): Promise<StrictProcess> {
  const child = fork(FILE, [JSON.stringify(options)], {
    execArgv: [],
    env: { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  child.setMaxListeners(0)
  const [serviceUrl] = (await once(child, 'message')) as [string]
  const ask = asking(child)
  return {
    serviceUrl,
    record: async () => (await ask({ what: 'record' })) as TeamsRecord,
    taken: async count => void (await ask({ what: 'taken', count })),
    calm: async () => void (await ask({ what: 'calm' })),
    async stop() {
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    },
  }
}
