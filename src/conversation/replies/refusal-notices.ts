import { plain, safe } from '../../cards/text.ts'
import type { Params } from '../../i18n/format.ts'
import { type Key, messageAt, type Words } from '../../i18n/words.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import type { Refusal } from '../../kernel/errors/refusal.ts'
import type { Notice } from '../protocol/reply.ts'

/** Somebody was told no. `actor`: absent for somebody of another tenant. */
export type ChatRefusal = {
  readonly actor?: Actor
  readonly door: 'chat'
  /** The verb, the command or the quote that was asked for. */
  readonly act: string
  readonly code: string
}

/** Makes what a person wrote fit to stand where the sentence will. */
type Arm = (text: string) => string

/**
 * `at` (milliseconds) becomes `{date}` and `{time}`, `roles` becomes their names, `reason` is somebody's own words: the
 * rest is filled in as it is.
 */
function paramsOf({ details }: Refusal, words: Words, arm: Arm): Params {
  const { at, roles, reason } = details
  return {
    ...details,
    ...(typeof reason === 'string' && { reason: arm(reason) }),
    ...(typeof at === 'number' && { date: words.shortDay(at), time: words.time(at) }),
    ...(typeof roles === 'string' && {
      roles: roles
        .split(' ')
        .map(role => words.say(`role.${role}` as Key))
        .join(', '),
    }),
  }
}

/** Where the organisers alone may, a sentence of its own says so; where all who act may, that an observer reads. */
function keyOf({ code, details: { roles } }: Refusal): string {
  if (code !== 'role-needed' || typeof roles !== 'string') return `refusal.${code}`
  if (roles.includes('agent')) return 'refusal.role-needed.reader'
  return roles === 'organiser' ? 'refusal.role-needed.one' : 'refusal.role-needed'
}

/** The sentence for a refusal: what, why, what next. For a card, `arm` is `safe`. */
export function sentenceOf(refusal: Refusal, words: Words, arm: Arm = plain): string {
  const key = keyOf(refusal)
  return words.say(
    (messageAt(key, words.language) === undefined ? 'refusal.malformed' : key) as Key,
    paramsOf(refusal, words, arm),
  )
}

export function noticeOf(refusal: Refusal, words: Words): Notice {
  return { tone: 'warning', title: sentenceOf(refusal, words, safe) }
}
