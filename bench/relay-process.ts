import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

/** So far, of all connections. `roundTrips`: how often something was asked after an answer had come. */
export type Counted = { readonly statements: number; readonly roundTrips: number }

const ASKED = 200

async function heard<T>(child: ChildProcess): Promise<T> {
  const [message] = await once(child, 'message')
  return message as T
}

/** Milliseconds that the server at `url` takes to answer the least of all questions, in the median. */
async function roundTripTo(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const took: number[] = []
  for (let asked = 0; asked < ASKED; asked++) {
    const from = performance.now()
    await client.query('select 1')
    took.push(performance.now() - from)
  }
  await client.end()
  return took.sort((a, b) => a - b)[ASKED >> 1] ?? Number.NaN
}

/** A relay to a database, each round trip through which takes `ms` longer. */
export async function startRelay(database: string, ms: number) {
  const url = new URL(database)
  const child = fork(fileURLToPath(new URL('relay.ts', import.meta.url)), [url.port, String(ms / 2)], {
    execArgv: [],
    env: {},
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  url.port = String((await heard<{ port: number }>(child)).port)
  return {
    url: url.href,
    /** By how much it does make each round trip longer, as measured (ms). */
    added: async () => (await roundTripTo(url.href)) - (await roundTripTo(database)),
    async counted(): Promise<Counted> {
      child.send('count')
      return heard(child)
    },
    stop: () => child.disconnect(),
  }
}
