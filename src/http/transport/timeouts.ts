import type { Server } from 'node:http'
import { SECOND } from '../../kernel/time/clock.ts'

/** How long (ms) a client may take; a slower one holds a socket that others need. */
export type ClientTimeouts = {
  /** From the first byte to the last header. */
  readonly headers: number
  /** From the first byte to the last of the body. */
  readonly request: number
  /** Between two requests on one connection. */
  readonly idle: number
  /** In which no byte moves either way, as when an answer is not read. */
  readonly silent: number
  /** Between two signs of life on a stream of events, which a proxy would else take for dead. */
  readonly beat: number
  /** How often they are looked at: Node's 30 s would let everybody have 30 s more. */
  readonly check: number
}

export const TIMES: ClientTimeouts = {
  headers: 10 * SECOND,
  request: 30 * SECOND,
  // Longer than a proxy in front keeps an idle connection, or it would send into a closed one.
  idle: 65 * SECOND,
  silent: 120 * SECOND,
  beat: 25 * SECOND,
  check: 2 * SECOND,
}

/** The same of a file that is sent as it comes: a slow client holds a moment of the database. */
export type FlowTimes = {
  /** Until a client makes room for more. Less than the 30 s after which PostgreSQL cuts who asks nothing of it. */
  readonly room: number
  /** For all of it. */
  readonly whole: number
}

export const FLOW_TIMES: FlowTimes = { room: 20 * SECOND, whole: 600 * SECOND }

/** Sockets at once: about 100 MB. Beyond it a new one is closed at once. */
const MOST_CONNECTIONS = 5_000
const MOST_HEADERS = 100

/** To be called before the server listens. */
export function limitTimes(server: Server, times: ClientTimeouts): void {
  server.headersTimeout = times.headers
  server.requestTimeout = times.request
  server.keepAliveTimeout = times.idle
  server.setTimeout(times.silent)
  server.maxConnections = MOST_CONNECTIONS
  server.maxHeadersCount = MOST_HEADERS
  // An option of http.createServer, which restify calls without any; Node reads it when it begins to listen.
  Object.assign(server, { connectionsCheckingInterval: times.check })
}
