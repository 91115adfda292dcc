/**
 * The only place from which a language model is called. `fetch` alone, not streaming: one deadline covers it all, and
 * nothing is seen before it is whole. Nothing that was sent or answered reaches a log or an error.
 */
import { SECOND } from '../kernel/time/clock.ts'
import { completionOf } from './completion.ts'

/** `url`: the base with `/v1`. */
export type Endpoint = { readonly url: string; readonly model: string; readonly key?: string }

/** What is asked of it. `schema`: of the answer, as JSON. */
export type ModelCall = {
  readonly system: string
  readonly user: string
  readonly mostTokens: number
  readonly schema: { readonly name: string; readonly json: Readonly<Record<string, unknown>> }
  /** Names the call in the endpoint's log and in ours. */
  readonly ref: string
}

/** `retryAfter`: milliseconds; `foreign`: an answer, but of no model. `status` and `tokens` where they are known. */
export type ModelAnswer = { readonly status?: number; readonly tokens?: number } & (
  | { readonly end: 'said'; readonly text: string }
  | { readonly end: 'busy'; readonly retryAfter?: number }
  | { readonly end: 'denied' | 'broken' | 'aborted' | 'too-big' | 'cut' | 'odd' | 'foreign' }
)

/** Of an answer (bytes). */
const MOST_BYTES = 200_000

/** `Retry-After` (RFC 9110, 10.2.3), a number of seconds or a date, in milliseconds from `now`. */
export function retryAfterOf(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  const ms = /^\d{1,6}$/.test(header) ? Number(header) * SECOND : Date.parse(header) - now
  return Number.isNaN(ms) ? undefined : Math.max(0, ms)
}

function headersFor({ key }: Endpoint, ref: string): Record<string, string> {
  const sent = { accept: 'application/json', 'content-type': 'application/json', 'x-request-id': ref }
  return key === undefined ? sent : { ...sent, authorization: `Bearer ${key}` }
}

/** The whole body, or undefined where it is larger than `most` bytes, once unpacked. */
export async function textWithin(response: Response, most: number): Promise<string | undefined> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    // Leaving the loop cancels the body, which closes the connection.
    if (size > most) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function bodyFor({ model }: Endpoint, { system, user, mostTokens, schema }: ModelCall): string {
  return JSON.stringify({
    model,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ],
    temperature: 0,
    max_tokens: mostTokens,
    stream: false,
    response_format: {
      type: 'json_schema',
      json_schema: { name: schema.name, strict: true, schema: schema.json },
    },
  })
}

async function answerOf(response: Response, now: () => number): Promise<ModelAnswer> {
  const { status } = response
  if (status !== 200) {
    // An error may echo what was sent: it is not read.
    await response.body?.cancel()
    if (status === 401 || status === 403) return { end: 'denied', status }
    if (status !== 429 && status !== 503) return { end: 'broken', status }
    const retryAfter = retryAfterOf(response.headers.get('retry-after'), now())
    return { end: 'busy', status, ...(retryAfter !== undefined && { retryAfter }) }
  }
  const body = await textWithin(response, MOST_BYTES)
  if (body === undefined) return { end: 'too-big', status }
  const { said, tokens } = completionOf(body)
  const known = { status, ...(tokens !== undefined && { tokens }) }
  return typeof said === 'string' ? { end: said, ...known } : { end: 'said', text: said.text, ...known }
}

/** Calls the model once. Never rejects; `now`: wall clock, for a `Retry-After` that is a date. */
export async function callModel(
  endpoint: Endpoint,
  asked: ModelCall,
  signal: AbortSignal,
  now: () => number,
): Promise<ModelAnswer> {
  try {
    const response = await fetch(`${endpoint.url}/chat/completions`, {
      method: 'POST',
      headers: headersFor(endpoint, asked.ref),
      body: bodyFor(endpoint, asked),
      redirect: 'error',
      cache: 'no-store',
      signal,
    })
    return await answerOf(response, now)
  } catch {
    return { end: signal.aborted ? 'aborted' : 'broken' }
  }
}
