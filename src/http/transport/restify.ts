import type { IncomingMessage, Server as NodeServer, ServerResponse } from 'node:http'
import * as restify from 'restify'

/** A request as handlers see it. All of it comes from outside. */
export type Request = IncomingMessage & {
  readonly params: Readonly<Record<string, string>>
  /** The JSON that was sent; text when it was not JSON; absent without a body. */
  readonly body?: unknown
}
export type Handler = (request: Request, response: ServerResponse) => Promise<void>

type Step = Handler | ((...args: never[]) => unknown)
type Method = 'get' | 'head' | 'post' | 'put' | 'del'

/** What is used of restify 12. Its types on npm are those of 8, so this is where they are bent. */
export type Restify = Record<Method, (path: string, ...steps: Step[]) => unknown> & {
  /** Runs before restify looks at anything; `false` ends the request there. */
  first(check: (request: IncomingMessage, response: ServerResponse) => boolean): void
  pre(step: (request: Request, response: ServerResponse, next: (error?: Error) => void) => void): void
  on(
    event: 'restifyError',
    handle: (request: Request, response: ServerResponse, error: unknown) => void,
  ): void
  listen(port: number, host: string, done: () => void): void
  readonly server: NodeServer
}

/** The route that answers, as the server has it and not as it was asked for; '' where there is none. */
export function routeOf(request: Request): string {
  const { getRoute } = request as { getRoute?: () => { path?: unknown } | undefined }
  return String(getRoute?.call(request)?.path ?? '')
}

/**
 * What restify (lib/server.js, `proxyEvents`) hears of Node's server only to say it again to itself. It is told `connection`,
 * `close`, `listening` and `secureConnection` for nothing, and adds no listener for `connect` and `clientError`, so that Node closes
 * a tunnel and answers 400, 408 or 431 to what is no request. Two of the rest give a stranger something.
 */
function unhear(server: NodeServer): void {
  // Who listens is given the socket, without a timeout and without anybody to hear its errors: one that is reset ended the
  // process. Unheard, Node answers the request as any other, which HTTP allows; curl and Java ask for h2c on their own.
  server.removeAllListeners('upgrade')
  // It says `100 Continue` before anybody asked who comes: a body is asked for by the step that reads it.
  server.removeAllListeners('checkContinue')
  server.on('checkContinue', (request, response) => void server.emit('request', request, response))
}

/** A server without a name on its answers and without a log of its own. */
export function createRestify(): Restify {
  const { logger } = restify as unknown as { logger: (options: object) => unknown }
  const options = { name: '', log: logger({ level: 'silent' }) }
  const made = restify.createServer(options as never)
  // It says again what its listener said, such as that the port is taken: unheard, that would end the process.
  made.on('error', () => {})
  const server = made as unknown as Restify
  unhear(server.server)
  server.first((request, response) => {
    // Node drops what came behind such a request in the same packet: nothing may be taken for the rest of it.
    if (request.headers.upgrade !== undefined) response.setHeader('connection', 'close')
    return true
  })
  return server
}

/** What is to be seen at `path`. Some of what watches asks with HEAD, which Node answers without the body. */
export function mountPage(server: Restify, path: string, handler: Handler): void {
  for (const method of ['get', 'head'] as const) server[method](path, handler)
}

/** The step that reads the JSON body of a request: by `read`, so that what it is answered is a matter of ours. */
export function bodyStep(read: (request: Request, response: ServerResponse) => Promise<unknown>): Step {
  return (request: Request, response: ServerResponse, next: (error?: unknown) => void) => {
    read(request, response).then(body => {
      Object.assign(request, { body })
      // `false` ends the request there: nobody waits for an answer.
      next(request.readableAborted ? false : undefined)
    }, next)
  }
}

/** A step that may end the request with an answer of its own, by answering `false`. */
export function gateStep(open: (request: Request, response: ServerResponse) => Promise<boolean>): Step {
  return (request: Request, response: ServerResponse, next: (error?: unknown) => void) => {
    open(request, response).then(goesOn => next(goesOn ? undefined : false), next)
  }
}
