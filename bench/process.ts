import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../', import.meta.url))

/** On the disk that the demo's database is on: the system's temporary one may be memory. */
function diskFolder(): string {
  mkdirSync(`${ROOT}.data`, { recursive: true })
  return mkdtempSync(`${ROOT}.data/bench-`)
}

/** A folder that is there for this long; another than on the disk where `make` says so. */
export async function withFolder<T>(work: (folder: string) => Promise<T>, make = diskFolder): Promise<T> {
  const folder = make()
  return work(folder).finally(() => rmSync(folder, { recursive: true, force: true }))
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

export type Running = {
  readonly child: ChildProcess
  /** Seconds from the start of the process to `ready`. */
  readonly took: number
  readonly stop: () => Promise<void>
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** Resolves once `child` has written `said`. @throws Error when it ends before. */
function hear(child: ChildProcess, said: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let heard = ''
    child.stdout?.on('data', chunk => {
      heard += String(chunk)
      if (heard.includes(said)) resolve()
    })
    child.once('exit', code => reject(new Error(`a process ended with ${code} before it was ready`)))
  })
}

/** Starts Node on `args` with nothing but `env`, and waits until it writes `said` and `check` passes. */
export async function startNode(
  args: readonly string[],
  env: Record<string, string>,
  said: string,
  check = async () => {},
): Promise<Running> {
  const from = performance.now()
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    await hear(child, said)
    await check()
  } catch (error) {
    await end(child)
    throw error
  }
  return { child, took: (performance.now() - from) / 1_000, stop: () => end(child) }
}

/** Children of a process, by id. */
function childrenOf(pid: number): readonly number[] {
  const file = `/proc/${pid}/task/${pid}/children`
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8').trim().split(' ').filter(Boolean).map(Number)
}

/** A process and all that descend from it, its own id first. */
export function familyOf(pid: number): readonly number[] {
  return [pid, ...childrenOf(pid).flatMap(familyOf)]
}

/** Says why, ends what this process started, and this one with 1: what was begun may wait for what will not come. */
export function fail(error: Error): never {
  process.stderr.write(`${error.message}\n`)
  for (const pid of childrenOf(process.pid))
    try {
      process.kill(pid)
    } catch {
      // It has ended by itself.
    }
  process.exit(1)
}

function memoryOf({ pid }: ChildProcess, field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return (Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1_024) / 1e6
}

/** Resident memory in MB, as Linux counts it. */
export function residentMemory(child: ChildProcess): number {
  return memoryOf(child, 'VmRSS')
}

/** The most that it was at any moment since `forgetPeak`, or since it began. */
export function peakMemory(child: ChildProcess): number {
  return memoryOf(child, 'VmHWM')
}

/** What it was before counts no more. */
export function forgetPeak({ pid }: ChildProcess): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
}

/** Milliseconds that this process has had of a processor: what else the machine does is not in it. */
export function ownTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

/** Ticks in a second, as Linux counts them. */
const TICKS = 100

/** In ticks: what a process has had of a processor, and what those of its children had that have ended. */
function ticksOf(pid: number): readonly [own: number, ended: number] {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').map(Number) ?? []
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15)
  return [user + system, endedUser + endedSystem]
}

/** Seconds that another process has had of a processor. */
export function timeOf({ pid = 0 }: ChildProcess): number {
  return ticksOf(pid)[0] / TICKS
}

/** Milliseconds of a processor, to 10, that a process and all its children had, also those that have ended. */
export function familyTime(pid: number): number {
  const children = childrenOf(pid)
  // One that ends meanwhile counts among the ended, a moment later.
  const alive = children.filter(child => existsSync(`/proc/${child}/stat`)).map(child => ticksOf(child)[0])
  const ticks = [...ticksOf(pid), ...alive].reduce((sum, each) => sum + each, 0)
  return (1_000 * ticks) / TICKS
}
