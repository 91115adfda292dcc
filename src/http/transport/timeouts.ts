import type { Server } from 'node:http'
import { SECOND } from '../../kernel/time/clock.ts'

/** Timeouts of clients (ms); a slower one holds a socket that others need. */
export type ClientTimeouts = {
  /** From the first byte to the end of the headers. */
  readonly headers: number
  /** From the first byte to the end of the body. */
  readonly request: number
  /** Keep-alive: between two requests on one connection. */
  readonly idle: number
  /** Without a byte in either direction, as when a response is not read. */
  readonly silent: number
  /** Heartbeat of event streams, which a proxy would else take for dead. */
  readonly beat: number
  /** Interval of enforcement: Node's 30 s would add as much to each. */
  readonly check: number
}

export const TIMES: ClientTimeouts = {
  headers: 10 * SECOND,
  request: 30 * SECOND,
  // Longer than a reverse proxy keeps an idle connection, or it would send into a closed one.
  idle: 65 * SECOND,
  silent: 120 * SECOND,
  beat: 25 * SECOND,
  check: 2 * SECOND,
}

/** Timeouts of a streamed file: a slow client holds a database snapshot. */
export type FlowTimes = {
  /** Without the client accepting more. Less than the 30 s after which PostgreSQL cuts an idle transaction. */
  readonly room: number
  /** For all of it. */
  readonly whole: number
}

export const FLOW_TIMES: FlowTimes = { room: 20 * SECOND, whole: 600 * SECOND }

/** Limit of open sockets: about 100 MB. Further ones are closed at once. */
const MOST_CONNECTIONS = 5_000
const MOST_HEADERS = 100

/** Call it before the server listens. */
export function limitTimes(server: Server, times: ClientTimeouts): void {
  server.headersTimeout = times.headers
  server.requestTimeout = times.request
  server.keepAliveTimeout = times.idle
  server.setTimeout(times.silent)
  server.maxConnections = MOST_CONNECTIONS
  server.maxHeadersCount = MOST_HEADERS
  // An option of http.createServer, which restify calls without options; Node reads it when it begins to listen.
  Object.assign(server, { connectionsCheckingInterval: times.check })
}
