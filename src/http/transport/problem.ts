import type { ServerResponse } from 'node:http'
import { ZodError } from 'zod'
import { Refusal } from '../../kernel/errors/refusal.ts'
import type { Problem } from '../../tabs/contract/primitives.ts'

const STATUSES: Readonly<Record<string, number>> = {
  'sign-in': 401,
  'screen-key': 401,
  'sign-in-unavailable': 503,
  'role-needed': 403,
  'not-yours': 403,
  'foreign-tenant': 403,
  'guest-account': 403,
  'attendance-not-kept': 403,
  'harvest-not-yours': 403,
  'workshop-aside': 403,
  'room-not-there': 403,
  'room-not-led': 403,
  'room-table-only': 403,
  'wall-not-yours': 403,
  gone: 404,
  'data-erased': 410,
  'pairing-expired': 410,
  'channel-gone': 404,
  'too-large': 413,
  'too-fast': 429,
  'exports-busy': 429,
  'own-idea': 409,
  'idea-supported': 409,
  'idea-answered': 409,
  'idea-withdrawn': 409,
  'comment-withdrawn': 409,
  'idea-not-retained': 409,
  'initiative-carried': 409,
  'idea-decided': 409,
  'decision-told': 409,
  'idea-said-aloud': 409,
  'idea-taken-back': 409,
  'idea-merged': 409,
  'wall-reworded': 409,
  'idea-initiative': 409,
  'idea-hidden': 410,
  'idea-joined': 409,
  'own-idea-reported': 409,
  'own-comment-reported': 409,
  'closing-changed': 409,
  'review-changed': 409,
  'review-title-changed': 409,
  'room-moved': 409,
  'merge-aside': 409,
  'merge-initiative': 409,
  'merge-declined': 409,
  'merge-harvested': 409,
}
/** 409: the thing is no longer in the state that the request assumes. */
const CONFLICT = /-(full|over|closed|expired)$/

/** HTTP status of a refusal; 422 for all without another. */
function statusOf({ code }: Refusal): number {
  return STATUSES[code] ?? (CONFLICT.test(code) ? 409 : 422)
}

/** The refusal and status of a client error, or undefined for a fault of ours. 4xx errors come from restify itself. */
export function refusalOf(error: unknown): { refusal: Refusal; status: number } | undefined {
  if (error instanceof Refusal) return { refusal: error, status: statusOf(error) }
  if (error instanceof ZodError) return { refusal: new Refusal('malformed'), status: 422 }
  const { statusCode } = error as { statusCode?: unknown }
  if (typeof statusCode !== 'number' || statusCode < 400 || statusCode > 499) return undefined
  const code = statusCode === 413 ? 'too-large' : statusCode === 404 ? 'gone' : 'malformed'
  return { refusal: new Refusal(code), status: statusCode }
}

export function sendJson(response: ServerResponse, status: number, body: unknown, type = 'json'): void {
  response.statusCode = status
  response.setHeader('content-type', `application/${type}; charset=utf-8`)
  response.setHeader('cache-control', 'no-store')
  // Two statements: under restify `writeHead` and `end` cannot be chained.
  response.end(JSON.stringify(body))
}

export type ProblemDetails = Omit<Problem, 'type'>

/** Problem details, RFC 9457. */
export const problemOf = (told: ProblemDetails): Problem => ({ type: 'about:blank', ...told })

export function sendProblem(response: ServerResponse, told: ProblemDetails): void {
  if (told.status === 401)
    response.setHeader('www-authenticate', told.code === 'screen-key' ? 'Screen' : 'Bearer')
  sendJson(response, told.status, problemOf(told), 'problem+json')
}
