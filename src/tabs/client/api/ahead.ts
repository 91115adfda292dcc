import type { Call } from './call.ts'

/** A page that asks later asks anew (ms). */
const FRESH = 5_000

const answers = new Map<string, Promise<unknown>>()

/** The same call, whose answers wait for the page that will ask for them. */
export function askingAhead(call: Call): Call {
  return <T>(...asked: Parameters<Call>) => {
    const [, path] = asked
    const answer = call<T>(...asked)
    answer.catch(() => {})
    answers.set(path, answer)
    setTimeout(() => answers.delete(path), FRESH)
    return answer
  }
}

/** What nobody took is older than what will be asked next. */
export const dropAhead = () => answers.clear()

/** What was asked ahead, once; undefined where nothing was, or too long ago. */
export function takeAhead(path: string): Promise<unknown> | undefined {
  const kept = answers.get(path)
  answers.delete(path)
  return kept
}
