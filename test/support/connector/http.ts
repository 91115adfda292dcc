import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isNode, type Node } from '../teams/card-tree.ts'
import { type Refused, refusalBody } from '../teams/refused.ts'
import type { Answer, Request } from './routes.ts'

/** What is known of a call before its body is read. */
export function headOf({ url = '/', method = '' }: IncomingMessage): Omit<Request, 'body'> {
  const { pathname, searchParams } = new URL(url, 'http://teams')
  const parts = pathname.split('/').filter(Boolean).map(decodeURIComponent)
  return { method, parts, query: searchParams }
}

/** Rejects when it is no JSON, or the connection ends before it is whole. */
export async function bodyOf(request: IncomingMessage): Promise<Node> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  const body: unknown = text === '' ? {} : JSON.parse(text)
  return isNode(body) ? body : {}
}

/** `retryAfter`: the header's value, seconds or a date. */
export function send(response: ServerResponse, { status, body }: Answer, retryAfter?: number | string): void {
  response.statusCode = status
  response.setHeader('content-type', 'application/json')
  if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter))
  response.end(JSON.stringify(body))
}

export function refuse(response: ServerResponse, refused: Refused): void {
  const { status, code, message } = refused
  const retryAfter = 'retryAfter' in refused ? (refused.retryAfter as number) : undefined
  send(response, { status, body: refusalBody(code, message) }, retryAfter)
}

/** Listens on loopback; `url` ends in a slash, as Teams' own does. */
export async function listen(answer: RequestListener) {
  const server = createServer(answer)
  // A connection that ends for want of talk just when the bot talks would be a fault that nobody asked for.
  server.keepAliveTimeout = 0
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
