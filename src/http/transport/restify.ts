import type { IncomingMessage, Server as NodeServer, ServerResponse } from 'node:http'
import * as restify from 'restify'

/** A request as handlers get it: all of it is untrusted. */
export type Request = IncomingMessage & {
  readonly params: Readonly<Record<string, string>>
  /** The JSON that was sent; text when it was not JSON; absent without a body. */
  readonly body?: unknown
}
export type Handler = (request: Request, response: ServerResponse) => Promise<void>

type Step = Handler | ((...args: never[]) => unknown)
type Method = 'get' | 'head' | 'post' | 'put' | 'del'

/** The part of restify 12 that is used. Its types on npm are those of 8, so they are adapted here. */
export type Restify = Record<Method, (path: string, ...steps: Step[]) => unknown> & {
  /** Runs before restify parses anything; `false` ends the request there. */
  first(check: (request: IncomingMessage, response: ServerResponse) => boolean): void
  pre(step: (request: Request, response: ServerResponse, next: (error?: Error) => void) => void): void
  on(
    event: 'restifyError',
    handle: (request: Request, response: ServerResponse, error: unknown) => void,
  ): void
  listen(port: number, host: string, done: () => void): void
  readonly server: NodeServer
}

/** The matched route's pattern, not the requested path; '' without a match. */
export function routeOf(request: Request): string {
  const { getRoute } = request as { getRoute?: () => { path?: unknown } | undefined }
  return String(getRoute?.call(request)?.path ?? '')
}

/**
 * Removes listeners that restify (lib/server.js, `proxyEvents`) adds to Node's server only to re-emit its events.
 * Harmless for `connection`, `close`, `listening` and `secureConnection`, and it adds none for `connect` and
 * `clientError`, so that Node closes a tunnel and answers 400, 408 or 431 to malformed requests. Two others can be
 * abused.
 */
function removeReemitters(server: NodeServer): void {
  // An `upgrade` listener gets the bare socket, without a timeout or error handler: a reset ended the process.
  // Without one, Node answers the request as any other, which HTTP allows; curl and Java ask for h2c on their own.
  server.removeAllListeners('upgrade')
  // It would answer `100 Continue` before authentication: the step that reads the body does that.
  server.removeAllListeners('checkContinue')
  server.on('checkContinue', (request, response) => void server.emit('request', request, response))
}

/** A restify server without a `Server` header and without a log. */
export function createRestify(): Restify {
  const { logger } = restify as unknown as { logger: (options: object) => unknown }
  const options = { name: '', log: logger({ level: 'silent' }) }
  const made = restify.createServer(options as never)
  // restify re-emits errors, such as a port in use: without a listener that would end the process.
  made.on('error', () => {})
  const server = made as unknown as Restify
  removeReemitters(server.server)
  server.first((request, response) => {
    // Node drops what came behind such a request in the same packet, which could then be taken for the rest of it:
    // the connection is closed.
    if (request.headers.upgrade !== undefined) response.setHeader('connection', 'close')
    return true
  })
  return server
}

/** Mounts a page for GET and HEAD: monitors use HEAD, for which Node omits the body. */
export function mountPage(server: Restify, path: string, handler: Handler): void {
  for (const method of ['get', 'head'] as const) server[method](path, handler)
}

/** The step that reads the JSON body, by `read`, so that its errors are answered by us. */
export function bodyStep(read: (request: Request, response: ServerResponse) => Promise<unknown>): Step {
  return (request: Request, response: ServerResponse, next: (error?: unknown) => void) => {
    read(request, response).then(body => {
      Object.assign(request, { body })
      // `false` ends the request there: the client is gone.
      next(request.readableAborted ? false : undefined)
    }, next)
  }
}

/** A step that may answer and end the request, by answering `false`. */
export function gateStep(open: (request: Request, response: ServerResponse) => Promise<boolean>): Step {
  return (request: Request, response: ServerResponse, next: (error?: unknown) => void) => {
    open(request, response).then(goesOn => next(goesOn ? undefined : false), next)
  }
}
