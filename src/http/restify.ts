import type { IncomingMessage, Server as NodeServer, ServerResponse } from 'node:http'
import * as restify from 'restify'

/** A request as handlers see it. All of it comes from outside. */
export type Request = IncomingMessage & {
  readonly params: Readonly<Record<string, string>>
  /** The JSON that was sent; text or bytes when it was not JSON; absent without a body. */
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

/** 256 kB: the largest activity or form, several times over. */
export const BODY_LIMIT = 262_144

/** A server without a name on its answers and without a log of its own. */
export function createRestify(): Restify {
  const { logger } = restify as unknown as { logger: (options: object) => unknown }
  const options = { name: '', log: logger({ level: 'silent' }) }
  const server = restify.createServer(options as never)
  // It says again what its listener said, such as that the port is taken: unheard, that would end the process.
  server.on('error', () => {})
  return server as unknown as Restify
}

/** Reads a JSON body of at most `largest` bytes. Not `bodyParser`, which also writes uploaded files to disk. */
export function bodySteps(largest = BODY_LIMIT): Step[] {
  const options = { maxBodySize: largest, mapParams: false }
  return [refuseEncoded, ...(restify.plugins.jsonBodyParser(options) as unknown as Step[])]
}

/** A body that cannot be read as sent. */
export class UnsupportedBody extends Error {
  override readonly name = 'UnsupportedBody'
  readonly statusCode = 415
}

// restify unpacks gzip without a limit, and a broken one ends the process: nobody who calls us packs a body.
function refuseEncoded(request: Request, _: ServerResponse, next: (error?: Error) => void): void {
  next(request.headers['content-encoding'] === undefined ? undefined : new UnsupportedBody('encoded'))
}
