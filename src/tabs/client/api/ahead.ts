import type { Call } from './call.ts'

/** What every page asks for first. */
const FIRST = ['/me', '/programme']
/** A page that asks later asks anew (ms). */
const FRESH = 5_000

const answers = new Map<string, Promise<unknown>>()

/** Asks for what the page will begin with, before the page itself has been read. */
export function askAhead(call: Call): void {
  for (const path of FIRST) {
    const answer = call('GET', path)
    answer.catch(() => {})
    answers.set(path, answer)
    setTimeout(() => answers.delete(path), FRESH)
  }
}

/** What was asked ahead, once; undefined where nothing was, or too long ago. */
export function takeAhead(path: string): Promise<unknown> | undefined {
  const kept = answers.get(path)
  answers.delete(path)
  return kept
}
