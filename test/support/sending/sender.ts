import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { SignIn } from '../sign-in/tokens.ts'

const FILE = fileURLToPath(new URL('sender-main.ts', import.meta.url))
const BUILD = fileURLToPath(new URL('../../../dist', import.meta.url))
/** Letters kept of what it last printed. */
const LAST_WORDS = 4_000

/** What tells Node so, in its environment; nothing where there is none. */
export function heapLimit(megabytes?: number): Readonly<Record<string, string>> {
  return megabytes === undefined ? {} : { NODE_OPTIONS: `--max-old-space-size=${megabytes}` }
}

export type SenderOptions = {
  readonly signIn: SignIn
  /** With which it calls Teams: the record tells instances apart by it. */
  readonly token: string
  readonly settings: Readonly<Record<string, string>>
  /** The production build in place of the sources; another one by its folder. */
  readonly built?: boolean | string
}

/** One instance of the product. */
export type Sender = {
  readonly endpoint: string
  readonly origin: string
  readonly pid: number
  /** What it printed last. */
  readonly said: () => string
  /** MB, as Linux counts them: now, and at most since it started. */
  readonly memory: () => { readonly now: number; readonly most: number }
  /** Milliseconds of a processor that it has used so far. */
  readonly processor: () => number
  /** `kill -9`, resolved once it is gone. */
  readonly kill: () => Promise<void>
  /** Answers the exit code, null when a signal ended it. */
  readonly stop: () => Promise<number | null>
  /** A signal more, while it is asked to stop. */
  readonly signal: (signal: 'SIGINT' | 'SIGTERM') => void
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const gone = once(child, 'exit')
  child.kill(signal)
  return (await gone)[0]
}

function memoryOf({ pid }: ChildProcess) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const size = (name: string) => (Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1_024) / 1e6
  return { now: size('VmRSS'), most: size('VmHWM') }
}

/** Of all its threads, in milliseconds: Linux counts nanoseconds, each thread by itself. */
function processorOf({ pid }: ChildProcess): number {
  const threads = readdirSync(`/proc/${pid}/task`)
  const had = threads.map(
    thread => readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0],
  )
  return had.reduce((sum, nanoseconds) => sum + Number(nanoseconds) / 1e6, 0)
}

/** Starts one, and answers once it takes calls. */
export async function startSender({ signIn, token, settings, built }: SenderOptions): Promise<Sender> {
  const { keysUrl, local } = signIn
  const LOCAL_SIGN_IN = JSON.stringify({ openIdUrl: local.openIdUrl, keysUrl, token })
  const child = spawn(process.execPath, [FILE], {
    env: {
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      ...settings,
      LOCAL_SIGN_IN,
      ...(built && { BUILT: built === true ? BUILD : built }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ready = Promise.withResolvers<void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', chunk => {
      said = (said + chunk).slice(-LAST_WORDS)
      if (said.includes('ready\n')) ready.resolve()
    })
  }
  child.once('exit', code => ready.reject(new Error(`it ended with ${code}:\n${said}`)))
  await ready.promise
  const origin = `http://127.0.0.1:${settings.PORT}`
  return {
    origin,
    endpoint: `${origin}/api/messages`,
    pid: child.pid ?? 0,
    said: () => said,
    memory: () => memoryOf(child),
    processor: () => processorOf(child),
    kill: async () => void (await end(child, 'SIGKILL')),
    signal: signal => void child.kill(signal),
    stop: () => end(child, 'SIGTERM'),
  }
}
