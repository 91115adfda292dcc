import { MOST_READ } from '../../../../kernel/requests/batch.ts'
import type { BatchAnswer, BatchView } from '../../../contract/batch.ts'
import type { Problem } from '../../../contract/primitives.ts'
import type { Call } from './call.ts'
import { Failure } from './failure.ts'
import { failureIn } from './problem.ts'

type Wanted = {
  readonly path: string
  readonly resolve: (answer: unknown) => void
  readonly reject: (failure: unknown) => void
}

function answerOne({ resolve, reject }: Wanted, { status, body }: BatchAnswer): void {
  if (status < 400) resolve(body)
  else reject(failureIn(status, body as Partial<Problem>))
}

/** Batches calls of the same tick: see `GET /batch`. */
export function batched(call: Call): Call {
  let waiting: Wanted[] = []

  const alone = ({ path, resolve, reject }: Wanted) => void call('GET', path).then(resolve, reject)

  async function ask(wanted: readonly Wanted[]): Promise<void> {
    if (wanted.length === 1) return wanted.forEach(alone)
    const reads = wanted.map(({ path }) => `read=${encodeURIComponent(path)}`).join('&')
    try {
      const { answers } = await call<BatchView>('GET', `/batch?${reads}`)
      for (const [at, answer] of answers.entries()) answerOne(wanted[at] as Wanted, answer)
    } catch (failure) {
      // While a release is rolled out, an instance of the one before may answer.
      if (failure instanceof Failure && failure.code === 'gone') return wanted.forEach(alone)
      for (const { reject } of wanted) reject(failure)
    }
  }

  function send(): void {
    const all = waiting
    waiting = []
    for (let at = 0; at < all.length; at += MOST_READ) void ask(all.slice(at, at + MOST_READ))
  }

  return <T>(...[method, path, body, signal]: Parameters<Call>): Promise<T> => {
    if (method !== 'GET' || signal) return call<T>(method, path, body, signal)
    return new Promise<unknown>((resolve, reject) => {
      if (waiting.push({ path, resolve, reject }) === 1) queueMicrotask(send)
    }) as Promise<T>
  }
}
