import type { Call } from './call.ts'

/** A page that asks later asks anew (ms). */
const FRESH = 5_000

const answers = new Map<string, Promise<unknown>>()

/** The same call, whose answers wait for the page that will ask for them. */
export function keepingEarlyAnswers(call: Call): Call {
  return <T>(...asked: Parameters<Call>) => {
    const [, path] = asked
    const answer = call<T>(...asked)
    answer.catch(() => {})
    answers.set(path, answer)
    setTimeout(() => answers.delete(path), FRESH)
    return answer
  }
}

/** Drops unused answers, which are older than the next requests. */
export const dropEarlyAnswers = () => answers.clear()

/** The same call, where what was asked ahead, and not too long ago, is taken once. */
export function takingEarlyAnswers(call: Call): Call {
  return <T>(...asked: Parameters<Call>) => {
    const [method, path] = asked
    const kept = method === 'GET' ? answers.get(path) : undefined
    if (!kept) return call<T>(...asked)
    answers.delete(path)
    return kept as Promise<T>
  }
}
