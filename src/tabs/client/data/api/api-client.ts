import { batched } from './batching.ts'
import type { Call, Method } from './call.ts'
import { dropEarlyAnswers, takingEarlyAnswers } from './early-answers.ts'
import { Failure } from './failure.ts'
import { ERASED, hearMark, isErased, marked } from './page-owner.ts'
import { failureIn } from './problem.ts'

/** Timeout on a bad network (ms). */
const PATIENCE = 20_000
/** Teams answers from what it keeps, or asks once: more is a network that is gone (ms). */
const TOKEN_PATIENCE = 10_000

/** What comes under a name is a file, whatever it holds. */
const isJson = ({ headers }: Response) =>
  !headers.has('content-disposition') && (headers.get('content-type')?.startsWith('application/json') ?? true)

/** What the server hands out to be saved, under the name that it gives. */
async function fileOf(response: Response): Promise<File> {
  const [, name = ''] = /filename="([\w.-]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? []
  const type = response.headers.get('content-type') ?? ''
  return new File([await response.blob()], name, { type })
}

async function reach(request: Request, signal = AbortSignal.timeout(PATIENCE)): Promise<Response> {
  try {
    return await fetch(request, { signal })
  } catch {
    throw new Failure('offline')
  }
}

/** Timeout for a token: without a network Teams may never answer. */
async function soon<T>(wanted: Promise<T>, patience: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Failure('offline')), patience)
  })
  return Promise.race([wanted, late]).finally(() => clearTimeout(timer))
}

/**
 * API client. Each call asks `token` for a token, which Teams caches and renews. Reads of the same tick are batched.
 * `patience`: timeout for a token (ms).
 */
export function callWith(token: () => Promise<string>, patience = TOKEN_PATIENCE): Call {
  const call: Call = async <T>(method: Method, path: string, body?: unknown, signal?: AbortSignal) => {
    // `navigator.onLine` is reliable when false: fails at once.
    if (navigator.onLine === false) throw new Failure('offline')
    if (isErased()) throw new Failure('refusal', '', '', ERASED)
    if (method !== 'GET') dropEarlyAnswers()
    const bearer = await soon(token(), patience)
    const headers = marked(new Headers({ authorization: `Bearer ${bearer}`, accept: 'application/json' }))
    if (body !== undefined) headers.set('content-type', 'application/json')
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) }
    const response = await reach(new Request(`/api/v1${path}`, init), signal)
    hearMark(response.headers)
    if (!response.ok) throw failureIn(response.status, await response.json().catch(() => ({})))
    if (signal) return response as T
    return (isJson(response) ? await response.json() : await fileOf(response)) as T
  }
  return takingEarlyAnswers(batched(call))
}
