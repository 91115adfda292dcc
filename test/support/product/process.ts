import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A connector that takes everything, and knows one channel. */
export async function startEasyConnector(channel: { id: string; name: string }) {
  let serial = 0
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      const listing = request.url?.endsWith('/conversations') && request.method === 'GET'
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(listing ? { conversations: [channel] } : { id: `message-${++serial}` }))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The program as a process of its own. */
export type Product = {
  readonly endpoint: string
  /** All that it printed so far. */
  readonly said: () => string
  /** Ends it; answers its exit code, null when the signal did it. */
  readonly end: (signal: 'SIGKILL' | 'SIGTERM') => Promise<number | null>
}

async function readiness(child: ChildProcess, said: () => string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => said().includes('/demo') && resolve())
    child.once('exit', (code, signal) => reject(new Error(`it ended with ${signal ?? code}:\n${said()}`)))
  })
}

/** Starts it in demo mode on a SQLite file, and answers once it takes activities. */
export async function startProduct(port: number, file: string): Promise<Product> {
  const child = spawn(process.execPath, ['src/index.ts', '--demo'], {
    env: {
      PATH: process.env.PATH ?? '',
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      PORT: String(port),
      DATABASE_URL: `file:${file}`,
      DEMO_PLAYGROUND: 'off',
      DEMO_SAMPLE: 'off',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', chunk => {
      text += chunk
    })
  }
  const said = () => text
  await readiness(child, said)
  return {
    endpoint: `http://127.0.0.1:${port}/api/messages`,
    said,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
      const gone = once(child, 'exit')
      child.kill(signal)
      return (await gone)[0]
    },
  }
}
