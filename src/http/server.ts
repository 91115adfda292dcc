import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Ids } from '../kernel/crypto/ids.ts'
import type { Logger } from '../kernel/monitoring/logger.ts'
import { type Meter, noMeter } from '../kernel/monitoring/meter.ts'
import { noTrace, type Trace } from '../kernel/monitoring/trace.ts'
import { LIMITS, type Limits } from '../kernel/requests/limits.ts'
import type { ApiRoute, FileRoute } from '../kernel/requests/route.ts'
import type { Screens } from '../kernel/requests/screen-route.ts'
import type { Language } from '../kernel/text/language.ts'
import type { Clock } from '../kernel/time/clock.ts'
import { mountApi } from './api/api.ts'
import { mountFiles } from './api/downloads.ts'
import { type EventParts, mountEvents } from './api/events.ts'
import { mountScreens } from './api/screens.ts'
import { setSecurityHeaders } from './pages/security-headers.ts'
import { mountShortAddresses, type ShortParts } from './pages/short-addresses.ts'
import { mountTabs } from './pages/tabs.ts'
import { type AdmissionParts, type Admitted, createAdmission, type TabRefusal } from './sign-in/admission.ts'
import { localeOf } from './sign-in/request-language.ts'
import { createTokenCheck, type TokenRules } from './sign-in/token.ts'
import { BODY_LIMIT, createBodies, hasBody, SHARES, type Shares } from './transport/bodies.ts'
import { addressOf } from './transport/client-address.ts'
import { type HealthParts, mountHealth } from './transport/health.ts'
import { type InstrumentedCalls, instrumentRoutes } from './transport/instrumented.ts'
import { sendProblem } from './transport/problem.ts'
import { createProblems, type ProblemParts, type Problems } from './transport/problems.ts'
import { createRejectedBodies } from './transport/rejected-bodies.ts'
import {
  bodyStep,
  createRestify,
  gateStep,
  type Handler,
  type Request,
  type Restify,
  routeOf,
} from './transport/restify.ts'
import { createShutdown } from './transport/shutdown.ts'
import { type ClientTimeouts, type FlowTimes, limitTimes, TIMES } from './transport/timeouts.ts'

export type ServerParts = HealthParts & {
  readonly tokens: TokenRules
  /** Resolves the actor of a token. */
  readonly resolveActor: AdmissionParts['resolveActor']
  readonly refused: (attempt: TabRefusal) => Promise<void>
  readonly routes: readonly ApiRoute[]
  readonly files: readonly FileRoute[]
  /** Subscribes to changes, see `db/`. */
  readonly subscribe: EventParts['subscribe']
  readonly streams?: EventParts['most']
  readonly screens: Screens
  readonly screenStreams?: EventParts['most']
  readonly holdsRemote: EventParts['holdsRemote']
  readonly leadsTo: ShortParts['leadsTo']
  readonly opens: ShortParts['opens']
  /** Limits of request bodies in transit. */
  readonly shares?: Shares
  /** Build output of the tabs. */
  readonly pages: string
  /** Demo mode: only loopback is served, and its own pages may frame a tab. */
  readonly demo: boolean
  readonly limits: Limits
  /** How many trusted reverse proxies append the client's address. */
  readonly trustedProxies: number
  readonly times?: ClientTimeouts
  readonly flowTimes?: FlowTimes
  readonly words: ProblemParts['words'] & {
    /** The app's name. */
    readonly name: string
    readonly outside: ShortParts['words']['outside']
    /** Language for an unknown person, by locale. */
    readonly firstLanguage: (locale: string) => Language
  }
  readonly log: Logger
  readonly clock: Clock
  readonly ids: Ids
  readonly meter?: Meter
  readonly trace?: Trace
}

export type Server = {
  readonly get: (path: string, handler: Handler) => void
  /**
   * The JSON body is read before `handler` runs; 256 kB at most. `gate` runs before a byte of it is read, and answers
   * `false` once it has refused the request.
   */
  readonly post: (path: string, handler: Handler, gate?: Gate) => void
  /**
   * Counts an unauthenticated request, and limits what its body may hold: call it before the response. @returns
   * Retry-After in seconds once its address sent too many, else 0
   */
  readonly countUnauthenticated: (request: IncomingMessage, response: ServerResponse) => number
  /** @returns the port: the one given, or a free one for 0. */
  readonly listen: (port: number, host: string) => Promise<number>
  /**
   * Graceful shutdown: accepts no more requests, and ends when the running ones have ended, after 3 s at the latest.
   */
  readonly close: () => Promise<void>
}

/** Checks a request before its body is read. Answers whether to read it. */
type Gate = (request: Request, response: ServerResponse) => Promise<boolean>

/**
 * The API and the bot are limited by person once the token is checked, and by address only when it is invalid: an
 * attacker behind a shared proxy locks nobody else out. The other routes here cost next to nothing.
 */
const COUNTED_LATER = /^\/(api\/|health\/|tabs\/assets\/)/

const TAKES_BODY = /^(POST|PUT|DELETE)$/
const LOCAL_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i

/** restify parses the URL unguarded: a malformed one would crash the process. */
function hasValidUrl({ headers, url = '' }: IncomingMessage): boolean {
  const base = `http://${headers.host || 'localhost'}`
  return url.startsWith('/') ? URL.canParse(base + url) : URL.canParse(url, base)
}

/** Rejects what restify must not get and, in demo mode, host names that resolve to this machine (DNS rebinding). */
function guardEntrance(server: Restify, demo: boolean): void {
  server.first((request, response) => {
    const foreign = demo && !LOCAL_HOST.test(request.headers.host ?? '')
    if (hasValidUrl(request) && !foreign) return true
    setSecurityHeaders(response)
    // Its body is neither read nor limited, so the connection is closed.
    response.setHeader('connection', 'close')
    response.statusCode = foreign ? 403 : 400
    response.end(foreign ? 'Demo mode answers only to this machine.' : 'The address is malformed.')
    return false
  })
}

type Exit = Pick<ServerParts, 'words' | 'log'> & {
  readonly problems: Problems
  readonly calls: InstrumentedCalls
  readonly refusingBody: (request: IncomingMessage, response: ServerResponse) => void
}

/** Single error handler for everything that is thrown. */
function answerErrors(server: Restify, exit: Exit, admitted: Admitted): void {
  const { words, log, problems, calls, refusingBody } = exit
  const answer = (request: Request, response: ServerResponse, error: unknown): void => {
    const asked = { method: request.method, route: routeOf(request) }
    if (response.headersSent) {
      log.error({ ...asked, err: error }, 'an answer broke off')
      return void response.destroy()
    }
    const language = admitted.get(request)?.actor.language ?? words.firstLanguage(localeOf(request))
    const { problem, headers } = problems(error, language, asked)
    refusingBody(request, response)
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    sendProblem(response, problem)
  }
  server.on('restifyError', (request, response, error) =>
    calls.within(request, () => answer(request, response, error)),
  )
}

/** restify accepts a handler of two parameters only when it is declared async. */
function asyncOf(handler: Handler): Handler {
  return async (request, response) => handler(request, response)
}

/** The web server without the bot's route, which `teams/` mounts on it. */
export function createServer(parts: ServerParts): Server {
  const { tokens, clock, ids, demo, pages, limits, trustedProxies, meter = noMeter, trace = noTrace } = parts
  const calls = instrumentRoutes(meter, trace)
  const server = createRestify()
  const admitted: Admitted = new WeakMap()
  guardEntrance(server, demo)
  const addressOfRequest = (request: IncomingMessage) => addressOf(request, trustedProxies)
  const countAddress = (request: IncomingMessage) => limits.over(LIMITS.address, addressOfRequest(request))
  const leftovers = createRejectedBodies()
  const refusingBody: Exit['refusingBody'] = (request, response) =>
    leftovers.refusingBody(request, response, addressOfRequest(request))
  const { shares = SHARES } = parts
  const bodies = createBodies(shares.tabs)
  const botBodies = createBodies(shares.bot)
  server.pre((request, response, next) => {
    setSecurityHeaders(response)
    // The method takes no body: it is not read, and the connection is closed.
    if (!TAKES_BODY.test(request.method ?? '') && hasBody(request)) response.setHeader('connection', 'close')
    next(COUNTED_LATER.test(request.url ?? '') ? undefined : countAddress(request))
  })
  const problems = createProblems({ ...parts, meter })
  answerErrors(server, { ...parts, problems, calls, refusingBody }, admitted)
  const times = parts.times ?? TIMES
  limitTimes(server.server, times)
  const close = createShutdown(server.server)
  mountHealth(server, parts)
  mountTabs(server, { folder: pages, framers: demo ? ["'self'"] : [], ids, name: parts.words.name })
  mountShortAddresses(server, parts)
  mountFiles(server, parts.files)
  const check = createTokenCheck(tokens, clock)
  const admit = createAdmission({ ...parts, check, addressOf: addressOfRequest }, admitted)
  mountApi(server, { ...parts, admit, problems, calls, bodies }, admitted)
  const { subscribe, holdsRemote, streams: most } = parts
  const { beat } = times
  const stopEvents = mountEvents(
    server,
    { admit, clock, subscribe, meter, beat, holdsRemote, most },
    admitted,
  )
  const stopScreens = mountScreens(server, {
    ...parts,
    calls,
    bodies,
    meter,
    beat,
    addressOf: addressOfRequest,
  })
  return {
    get: (path, handler) => void server.get(path, asyncOf(handler)),
    post: (path, handler, gate = async () => true) => {
      const body = bodyStep((request, response) => botBodies.read(request, response, BODY_LIMIT))
      server.post(path, gateStep(gate), body, asyncOf(handler))
    },
    countUnauthenticated: (request, response) => {
      refusingBody(request, response)
      return Number(countAddress(request)?.details.seconds ?? 0)
    },
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.server.once('error', reject)
        server.listen(port, host, () => resolve((server.server.address() as AddressInfo).port))
      }),
    close: () => {
      stopEvents()
      stopScreens()
      return close()
    },
  }
}
