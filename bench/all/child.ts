import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import type { Result } from '../benchmark.ts'
import { ROOT } from '../process.ts'

/** What a process measured until it ended, and what it said last where that was no good end. */
export type Ended = { readonly results: readonly Result[]; readonly fault?: string }

/** Letters of what went wrong. */
const LONGEST = 160

/** The process and all that it began: one group, which it leads. */
function endGroup({ pid }: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, signal)
  } catch {
    // Nobody is left.
  }
}

/** Each line that is a result; whoever measures may say other things too. */
function resultsIn(said: string): readonly Result[] {
  return said.split('\n').flatMap(line => {
    if (!line.startsWith('{"name":')) return []
    const read = JSON.parse(line) as Result
    return 'ratio' in read ? [read] : []
  })
}

/** What went wrong in one line, without the places of this machine. */
export function faultIn(complained: string): string {
  const lines = complained
    .replaceAll(ROOT, '')
    .split('\n')
    .map(line => line.trimEnd())
    .filter(line => line !== '' && !/^\s|^Node\.js v|^[{}]/.test(line))
  const fault = lines.findLast(line => /error/i.test(line)) ?? lines.at(-1) ?? 'it said nothing'
  return fault.slice(0, LONGEST)
}

/**
 * Runs Node on `args` from the root until it ends, `patience` ms at most. Whatever it began and left is ended then, and with
 * this process.
 */
export async function runChild(args: readonly string[], patience: number): Promise<Ended> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const abandon = () => endGroup(child, 'SIGTERM')
  process.once('exit', abandon)
  let isLate = false
  const late = setTimeout(() => {
    isLate = true
    endGroup(child, 'SIGKILL')
  }, patience)
  const said = Promise.all([text(child.stdout), text(child.stderr)])
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  endGroup(child, 'SIGKILL')
  clearTimeout(late)
  process.off('exit', abandon)
  const [out, complained] = await said
  const results = resultsIn(out)
  if (isLate) return { results, fault: `not ended within ${Math.round(patience / 60_000)} minutes` }
  if (code === 0) return { results }
  return { results, fault: signal ? `ended by ${signal}` : faultIn(complained) }
}
