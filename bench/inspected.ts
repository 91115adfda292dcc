import { readdirSync, readFileSync } from 'node:fs'
import { SECOND } from '../src/kernel/time/clock.ts'
import type { CpuProfile } from './profile.ts'

/** Microseconds between two samples. */
const INTERVAL = 250

/** Microseconds of a processor that a process has had: the thread that runs JavaScript, and the others. */
export type Spent = { readonly main: number; readonly others: number }

export type Inspected = {
  readonly spent: () => Spent
  readonly startProfile: () => Promise<void>
  readonly stopProfile: () => Promise<CpuProfile>
  readonly close: () => void
}

/** Has Node listen for `inspect` at that port, of this machine alone. */
export const inspectable = (port: number) => ({
  NODE_OPTIONS: `--inspect=127.0.0.1:${port} --inspect-publish-uid=http`,
})

function spentBy(pid: number): Spent {
  const of = (thread: string) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / SECOND
  const threads = readdirSync(`/proc/${pid}/task`)
  const main = of(String(pid))
  return { main, others: threads.reduce((sum, thread) => sum + of(thread), -main) }
}

type Answer = {
  readonly id: number
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** Speaks the protocol of Chrome's developer tools to a process that is `inspectable` there. */
export async function inspect(port: number): Promise<Inspected> {
  const targets = await (await fetch(`http://127.0.0.1:${port}/json`)).json()
  const socket = new WebSocket(targets[0].webSocketDebuggerUrl)
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error }: Answer = JSON.parse(String(data))
    if (error) waiting.get(id)?.reject(new Error(error.message))
    else waiting.get(id)?.resolve(result)
    waiting.delete(id)
  })
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true })
    socket.addEventListener('error', () => reject(new Error(`nothing to inspect at ${port}`)), { once: true })
  })
  let asked = 0
  function ask<T>(method: string, params: object = {}): Promise<T> {
    const answer = Promise.withResolvers<unknown>()
    waiting.set(++asked, answer)
    socket.send(JSON.stringify({ id: asked, method, params }))
    return answer.promise as Promise<T>
  }
  type Evaluated = { readonly result: { readonly value: number } }
  const { result } = await ask<Evaluated>('Runtime.evaluate', { expression: 'process.pid' })
  await ask('Profiler.enable')
  await ask('Profiler.setSamplingInterval', { interval: INTERVAL })
  return {
    spent: () => spentBy(result.value),
    startProfile: () => ask('Profiler.start'),
    stopProfile: async () => (await ask<{ readonly profile: CpuProfile }>('Profiler.stop')).profile,
    close: () => socket.close(),
  }
}
