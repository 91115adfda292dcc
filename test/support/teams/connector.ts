import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isNode } from './card-tree.ts'
import type { Chats } from './chats.ts'
import { type Answer, createRoutes, type Request, type Route } from './connector-routes.ts'
import type { CallKind, createFaults } from './faults.ts'
import type { createRates } from './rates.ts'
import { Refused, refusalBody, STALE_TOKEN } from './refused.ts'

/** One call of the bot to Teams. `status` 0: the connection was cut. */
export type Call = {
  readonly kind: CallKind
  readonly method: string
  readonly path: string
  readonly conversation: string
  readonly body: unknown
  readonly status: number
}

export type ConnectorParts = {
  readonly chats: Chats
  readonly faults: ReturnType<typeof createFaults>
  readonly rates?: ReturnType<typeof createRates>
  /** The token that the bot has to show; anybody may call without one. */
  readonly bearer?: string
  readonly typed: (text: string) => boolean
  /** Teams' own clock, in milliseconds. */
  readonly now: () => number
  readonly called: (call: Call) => void
  /** Told of what the bot sent that Teams would not take. */
  readonly complain: (complaint: string) => void
}

async function read(request: IncomingMessage): Promise<Request> {
  const url = new URL(request.url ?? '/', 'http://teams')
  const parts = url.pathname.split('/').filter(Boolean).map(decodeURIComponent)
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  const body: unknown = text === '' ? {} : JSON.parse(text)
  return { method: request.method ?? '', parts, query: url.searchParams, body: isNode(body) ? body : {} }
}

function send(response: ServerResponse, { status, body }: Answer, retryAfter?: number | string): void {
  response.statusCode = status
  response.setHeader('content-type', 'application/json')
  if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter))
  response.end(JSON.stringify(body))
}

/** Teams' connector service on loopback. It does nothing that Teams would refuse. */
export async function startConnector(parts: ConnectorParts) {
  const { faults, rates, bearer, complain, called } = parts
  const find = createRoutes(parts.chats, parts.typed, parts.now)

  /** What really happens: nothing when it is refused. */
  function carryOut({ kind, conversation, run }: Route): Answer {
    const thread = conversation.split(';')[0] ?? ''
    rates?.take(['post', 'edit', 'delete', 'create'].includes(kind) ? 'send' : 'read', thread)
    return run()
  }

  function refuse(response: ServerResponse, error: unknown, told: (status: number) => void): void {
    const refused = error instanceof Refused ? error : new Refused(400, 'BadSyntax', String(error))
    told(refused.status)
    const { status, code, message } = refused
    const ours = (status === 400 && code !== STALE_TOKEN) || status === 413 || code === 'NoSuchCall'
    if (ours) complain(`${code}: ${message}`)
    const retryAfter = 'retryAfter' in refused ? (refused.retryAfter as number) : undefined
    send(response, { status, body: refusalBody(code, message) }, retryAfter)
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let told = (_: number): void => {}
    try {
      const asked = await read(request)
      const route = find(asked)
      const { kind, conversation } = route
      const path = `/${asked.parts.join('/')}`
      told = status => called({ kind, method: asked.method, path, conversation, body: asked.body, status })
      if (bearer !== undefined && request.headers.authorization !== `Bearer ${bearer}`) {
        throw new Refused(401, 'BotNotRegistered', 'no token of this bot')
      }
      await faults.pass(kind, conversation)
      const fault = faults.take(kind, conversation)
      const done = !fault || fault.carriedOut ? carryOut(route) : undefined
      if (fault) {
        told(fault.status)
        if (fault.status === 0) return void response.destroy()
        const code = fault.code ?? `Status${fault.status}`
        return send(response, { status: fault.status, body: refusalBody(code, code) }, fault.retryAfter)
      }
      told(done?.status ?? 200)
      if (done) send(response, done)
    } catch (error) {
      refuse(response, error, told)
    }
  }

  const server = createServer((request, response) => void answer(request, response))
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
