import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { SECOND } from '../../../src/kernel/time/clock.ts'

/** One request, letter by letter. Headers and path hold what Node lets out: bytes. */
export type Sending = {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}
export type Answer = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  readonly ms: number
}

/** Nothing that a person waits for takes this long, on the slowest machine that runs these. */
const PATIENCE = 8 * SECOND

const agent = new Agent({ keepAlive: true, maxSockets: 4 })

/** Text as the bytes that stand for it, one character each: what a header or a path can carry. */
export function bytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1')
}

/** HTTP's name of a route's method. */
export function httpMethod(method: string): string {
  return method === 'del' ? 'DELETE' : method.toUpperCase()
}

/** Rejects when the connection breaks or nothing came in time. */
export function send(origin: string, { method, path, headers, body }: Sending): Promise<Answer> {
  const start = performance.now()
  return new Promise((resolve, reject) => {
    // Node frames no body of a GET by itself: the rest of it would be read as the next request.
    const framed =
      body === undefined ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) }
    const options = { method, headers: framed, agent, signal: AbortSignal.timeout(PATIENCE) }
    const { hostname, port } = new URL(origin)
    const sent = request({ ...options, hostname, port, path }, response => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', chunk => {
        text += String(chunk)
      })
      response.once('error', reject)
      response.once('end', () => {
        const ms = performance.now() - start
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text,
          ms,
        })
      })
    })
    sent.once('error', reject)
    sent.end(body)
  })
}
