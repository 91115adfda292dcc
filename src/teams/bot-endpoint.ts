import type { IncomingMessage, ServerResponse } from 'node:http'
import { Unavailable } from '../kernel/errors/unavailable.ts'
import type { Meter } from '../kernel/monitoring/meter.ts'
import type { CounterLabels, TimerLabels } from '../kernel/monitoring/metric-names.ts'
import { monotonic } from '../kernel/time/clock.ts'
import { type Activity, readActivity, tenantsOf } from './activity.ts'
import type { Authentication } from './authentication.ts'
import type { TokenProof } from './token-check.ts'
import { BotKeysUnavailable, Unauthenticated } from './unauthenticated.ts'

/** A request with a parsed JSON body, 256 kB at most. */
export type HttpRequest = IncomingMessage & { readonly body?: unknown }

/** The part of a web server that is needed here. */
export type HttpServer = {
  /** `gate` runs before a byte of the body is read, and answers `false` once it has refused the request. */
  post(
    path: string,
    handler: (request: HttpRequest, response: ServerResponse) => Promise<void>,
    gate: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>,
  ): unknown
  /**
   * Counts an unauthenticated request; call it before the response. @returns Retry-After in seconds once its address
   * sent too many, else 0
   */
  countUnauthenticated(request: IncomingMessage, response: ServerResponse): number
}

type Reason = CounterLabels['faire_turned_away_total']['reason']

export type EndpointParts = {
  readonly authentication: Authentication
  /** Demo mode: loopback is accepted without a token, and nothing else is. */
  readonly open: boolean
  readonly trusts: (serviceUrl: string) => boolean
  readonly countUnauthenticated: HttpServer['countUnauthenticated']
  /** Called for each rejected request. */
  readonly refused: (reason: Reason) => void
  readonly broken: (error: unknown) => void
  readonly meter: Meter
  /** Runs a turn; answers the invoke response. */
  readonly turn: (activity: Activity) => Promise<{ status: number; body?: unknown } | undefined>
}

const LOCAL_ADDRESS = /^(127\.|::1$|::ffff:127\.)/
const LOCAL_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

/** From loopback, not through a tunnel or a host name that resolves here. */
function isLocal({ socket, headers }: IncomingMessage): boolean {
  const forwarded = headers.forwarded ?? headers['x-forwarded-for']
  return (
    forwarded === undefined &&
    LOCAL_ADDRESS.test(socket.remoteAddress ?? '') &&
    LOCAL_HOST.test(headers.host ?? '')
  )
}

function end(response: ServerResponse, status: number, body?: unknown): void {
  response.statusCode = status
  if (status === 401) response.setHeader('www-authenticate', 'Bearer')
  response.setHeader('cache-control', 'no-store')
  if (body === undefined) return void response.end()
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.end(JSON.stringify(body))
}

/** Retry-After in seconds during an outage of the database. */
const AGAIN = 30

const WORDS: Readonly<Record<number, string>> = {
  400: 'The body is not a Bot Framework activity.',
  401: 'The request does not prove that Microsoft Teams sent it.',
  403: 'Demo mode answers only to this machine.',
  429: 'Too many requests from this address. Wait as long as Retry-After says.',
  500: 'The activity could not be handled.',
  503: 'The keys to check the token with cannot be reached. Try again.',
}

function later(response: ServerResponse): void {
  response.setHeader('retry-after', String(AGAIN))
  end(response, 503, { status: 503, title: 'Nothing can be saved at the moment. Try again.' })
}

function isTyped(body: unknown): boolean {
  return typeof body === 'object' && body !== null && typeof (body as { type?: unknown }).type === 'string'
}

function kindOf({ type }: Activity): TimerLabels['faire_turn_seconds']['kind'] {
  return type === 'invoke' || type === 'message' ? type : 'other'
}

/**
 * `POST /api/messages`: authenticates and runs turns, and answers failures in words. `gate` checks the header alone,
 * so that no body of an unauthenticated request is read.
 */
export function createBotEndpoint(parts: EndpointParts) {
  const { authentication, open, trusts, countUnauthenticated, refused, broken, turn, meter } = parts
  const entered = new WeakMap<IncomingMessage, { readonly proof: TokenProof; readonly took: number }>()

  /** Only unauthenticated requests are counted: an attacker behind the same proxy does not lock Teams out. */
  function stop(request: HttpRequest, response: ServerResponse, status: number, reason: Reason): void {
    refused(reason)
    meter.count('faire_turned_away_total', { reason })
    const seconds = countUnauthenticated(request, response)
    if (seconds > 0) response.setHeader('retry-after', String(seconds))
    const given = seconds > 0 ? 429 : status
    end(response, given, { status: given, title: WORDS[given] })
  }

  function fail(request: HttpRequest, response: ServerResponse, error: unknown): void {
    if (error instanceof Unauthenticated) stop(request, response, 401, error.reason)
    else if (error instanceof BotKeysUnavailable) stop(request, response, 503, 'keys unavailable')
    else if (error instanceof Unavailable) later(response)
    else {
      broken(error)
      end(response, 500, { status: 500, title: WORDS[500] })
    }
  }

  /** @throws Unauthenticated */
  function activityIn(body: unknown, proof: TokenProof): Activity | undefined {
    if (!isTyped(body)) return undefined
    authentication.checkMatch(proof, body as Activity)
    const activity = readActivity(body)
    if (!activity) return undefined
    if (!open && tenantsOf(activity).length === 0) throw new Unauthenticated('tenant')
    if (!trusts(activity.serviceUrl)) throw new Unauthenticated('service url')
    return activity
  }

  async function gate(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const from = monotonic.now()
    const header = request.headers.authorization ?? ''
    try {
      if (open && !isLocal(request)) stop(request, response, 403, 'not local')
      else if (!open && header === '') stop(request, response, 401, 'no token')
      else {
        const proof = await authentication.verifyToken(header)
        entered.set(request, { proof, took: monotonic.now() - from })
      }
    } catch (error) {
      fail(request, response, error)
    }
    return entered.has(request)
  }

  async function receive(request: HttpRequest, response: ServerResponse): Promise<void> {
    const known = entered.get(request)
    if (!known) throw new Error('an activity was read before its token was checked')
    const from = monotonic.now()
    try {
      const activity = activityIn(request.body, known.proof)
      if (!activity) return stop(request, response, 400, 'no activity')
      const answer = await turn(activity)
      end(response, answer?.status ?? 200, answer?.body)
      meter.time('faire_turn_seconds', known.took + monotonic.now() - from, { kind: kindOf(activity) })
    } catch (error) {
      fail(request, response, error)
    }
  }

  return { gate, receive }
}
