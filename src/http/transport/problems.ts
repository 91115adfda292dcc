import type { Ids } from '../../kernel/crypto/ids.ts'
import type { Refusal } from '../../kernel/errors/refusal.ts'
import { Unavailable } from '../../kernel/errors/unavailable.ts'
import type { Logger } from '../../kernel/monitoring/logger.ts'
import type { Meter } from '../../kernel/monitoring/meter.ts'
import { createRejectionLog } from '../../kernel/requests/rejection-log.ts'
import type { Language } from '../../kernel/text/language.ts'
import type { Clock } from '../../kernel/time/clock.ts'
import { type ProblemDetails, refusalOf } from './problem.ts'

export type ProblemParts = {
  readonly words: {
    readonly refusal: (refusal: Refusal, language: Language) => string
    readonly fault: (reference: string, language: Language) => string
    /** Sentence for an outage of the database. */
    readonly unavailable: (language: Language) => string
  }
  readonly log: Logger
  readonly clock: Clock
  readonly ids: Ids
  readonly meter: Meter
}

/** The request, as logged. */
type Asked = { readonly method: string | undefined; readonly route: string }

/** Problem details of an error, with its headers. */
export type Problems = (
  error: unknown,
  language: Language,
  asked: Asked,
) => { readonly problem: ProblemDetails; readonly headers: Readonly<Record<string, string>> }

/** Refusals of unauthenticated requests, whose number has no bound: logged with a throttle. */
const TURNED_AWAY = [
  'sign-in',
  'sign-in-unavailable',
  'screen-key',
  'foreign-tenant',
  'guest-account',
  'too-fast',
] as const

/** Retry-After during an outage of the database (s): half of what most last. */
export const RETRY_S = 10

/** Maps anything thrown to problem details: a refusal to its status and words, all else to a reference in the log. */
export function createProblems({ words, ids, log, clock, meter }: ProblemParts): Problems {
  const turnedAway = createRejectionLog(clock, fields => log.info(fields, 'a request was turned away'))

  function refused(refusal: Refusal, status: number, language: Language): ReturnType<Problems> {
    const reason = TURNED_AWAY.find(code => code === refusal.code)
    if (reason) turnedAway(reason)
    if (reason) meter.count('faire_turned_away_total', { reason })
    const problem = { status, code: refusal.code, title: words.refusal(refusal, language) }
    return { problem, headers: status === 429 ? { 'retry-after': String(refusal.details.seconds) } : {} }
  }

  return (error, language, asked) => {
    const known = refusalOf(error)
    if (known) return refused(known.refusal, known.status, language)
    if (error instanceof Unavailable) {
      const problem = { status: 503, code: 'unavailable', title: words.unavailable(language) }
      return { problem, headers: { 'retry-after': String(RETRY_S) } }
    }
    const reference = ids.next().slice(0, 8)
    log.error({ reference, ...asked, err: error }, 'a request failed')
    const problem = { status: 500, code: 'fault', title: words.fault(reference, language), reference }
    return { problem, headers: { 'x-reference': reference } }
  }
}
