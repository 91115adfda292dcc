import type { Problem } from '../../contract/common.ts'
import { Failure } from './failure.ts'

export type Method = 'GET' | 'POST' | 'PUT'
/** Calls `/api/v1` + path. @throws Failure */
export type Call = <T>(method: Method, path: string, body?: unknown) => Promise<T>

/** A phone on a bad network waits this long (ms), then is told so. */
const PATIENCE = 20_000

async function problemOf(response: Response): Promise<Failure> {
  const problem: Partial<Problem> = await response.json().catch(() => ({}))
  if (response.status === 401) return new Failure('session')
  if (problem.title && problem.code !== 'fault') return new Failure('refusal', problem.title)
  return new Failure('fault', '', problem.reference ?? `HTTP ${response.status}`)
}

async function reach(request: Request): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE) })
  } catch {
    throw new Failure('offline')
  }
}

/** The API, with a token asked of `token` for each call: Teams keeps it and renews it in time. */
export function callWith(token: () => Promise<string>): Call {
  return async <T>(method: Method, path: string, body?: unknown): Promise<T> => {
    const headers = new Headers({ authorization: `Bearer ${await token()}`, accept: 'application/json' })
    if (body !== undefined) headers.set('content-type', 'application/json')
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) }
    const response = await reach(new Request(`/api/v1${path}`, init))
    if (!response.ok) throw await problemOf(response)
    return (await response.json()) as T
  }
}
