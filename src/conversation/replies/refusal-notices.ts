import { plain, safe } from '../../cards/text.ts'
import type { Params } from '../../i18n/format.ts'
import { type Key, messageAt, type Words } from '../../i18n/words.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import type { Refusal } from '../../kernel/errors/refusal.ts'
import type { Notice } from '../protocol/reply.ts'

/** A refused act in chat. `actor`: absent for a foreign tenant. */
export type ChatRefusal = {
  readonly actor?: Actor
  readonly entryPoint: 'chat'
  /** The verb, command or message action. */
  readonly act: string
  readonly code: string
}

/** Escapes user text for the place where the sentence is shown. */
type Escape = (text: string) => string

/**
 * Parameters of the sentence: `at` (milliseconds) becomes `{date}` and `{time}`, `roles` become role names, `reason`
 * is user text and is escaped: the rest is passed as it is.
 */
function paramsOf({ details }: Refusal, words: Words, escaped: Escape): Params {
  const { at, roles, reason } = details
  return {
    ...details,
    ...(typeof reason === 'string' && { reason: escaped(reason) }),
    ...(typeof at === 'number' && { date: words.shortDay(at), time: words.time(at) }),
    ...(typeof roles === 'string' && {
      roles: roles
        .split(' ')
        .map(role => words.say(`role.${role}` as Key))
        .join(', '),
    }),
  }
}

/** `role-needed` has a variant for acts of organisers only, and one for those that only observers may not do. */
function keyOf({ code, details: { roles } }: Refusal): string {
  if (code !== 'role-needed' || typeof roles !== 'string') return `refusal.${code}`
  if (roles.includes('agent')) return 'refusal.role-needed.reader'
  return roles === 'organiser' ? 'refusal.role-needed.one' : 'refusal.role-needed'
}

/** The sentence for a refusal: what, why, what next. For a card, `escaped` is `safe`. */
export function sentenceOf(refusal: Refusal, words: Words, escaped: Escape = plain): string {
  const key = keyOf(refusal)
  return words.say(
    (messageAt(key, words.language) === undefined ? 'refusal.malformed' : key) as Key,
    paramsOf(refusal, words, escaped),
  )
}

export function noticeOf(refusal: Refusal, words: Words): Notice {
  return { tone: 'warning', title: sentenceOf(refusal, words, safe) }
}
