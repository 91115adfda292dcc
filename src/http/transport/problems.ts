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
    /** Nothing can be read or written for now. */
    readonly unavailable: (language: Language) => string
  }
  readonly log: Logger
  readonly clock: Clock
  readonly ids: Ids
  readonly meter: Meter
}

/** What was asked, as the log names it. */
type Asked = { readonly method: string | undefined; readonly route: string }

/** What is told of an error, with the headers that go with it. */
export type Problems = (
  error: unknown,
  language: Language,
  asked: Asked,
) => { readonly problem: ProblemDetails; readonly headers: Readonly<Record<string, string>> }

/** Nobody is known to have sent these: there may be any number of them. */
const TURNED_AWAY = ['sign-in', 'sign-in-unavailable', 'foreign-tenant', 'guest-account', 'too-fast'] as const

/** When to come back while the database is away (s): in the middle of what most outages last. */
export const RETRY_S = 10

/** Puts whatever is thrown in words: a refusal has its status and its own, all else a reference in the log. */
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
