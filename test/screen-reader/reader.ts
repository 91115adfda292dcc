import { execFileSync } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Desktop } from './desktop.ts'

const SPOKEN = fileURLToPath(new URL('spoken.py', import.meta.url))

/** ms without a word after which Orca has said what it had to say: no event of its own tells the end. */
const QUIET = 700
/** ms in which its first word comes, or none does. */
const FIRST = 3_000

export type Reader = Awaited<ReturnType<typeof startReader>>

/** Orca on this desktop: what it says, and the keyboard of who listens. */
export async function startReader({ env, start }: Desktop) {
  const child = start('/usr/bin/python3', [SPOKEN], env)
  let said: string[] = []
  let last = 0
  let next: (() => void) | undefined
  createInterface({ input: child.stdio[3] as Readable }).on('line', line => {
    said.push(String(JSON.parse(line)).trim())
    last = performance.now()
    next?.()
  })
  const spoken = (within: number) =>
    new Promise<void>(resolve => {
      const timer = setTimeout(resolve, within)
      next = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  /** What is said from now on because of `act`, until silence. */
  async function heard(act: () => unknown, first = FIRST): Promise<readonly string[]> {
    said = []
    await act()
    if (said.length === 0) await spoken(first)
    while (said.length > 0 && performance.now() - last < QUIET) await spoken(QUIET)
    return said.filter(text => text !== '')
  }
  const greeting = await heard(() => undefined, 30_000)
  if (greeting.length === 0) throw new Error('Orca says nothing')
  return {
    heard,
    /** Presses keys, by the names that X gives them, one after the other. */
    press: (...keys: readonly string[]) =>
      heard(() => execFileSync('xdotool', ['key', '--clearmodifiers', ...keys], { env })),
    /** Types a text as fast as hands do; each letter is not what one listens to. */
    type: (text: string) => heard(() => execFileSync('xdotool', ['type', '--delay', '40', text], { env })),
  }
}
