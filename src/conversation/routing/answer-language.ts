import type { Actor } from '../../kernel/access/actor.ts'
import { wholeOf } from '../../kernel/text/language.ts'
import type { Act } from '../protocol/incoming.ts'

/** Who acts, with the language in which they are answered: a whole one where others read the answer as well. */
export function addressed(actor: Actor, incoming: Act): Actor {
  const language = wholeOf(actor.language)
  const isMessage = incoming.kind === 'typed' || (incoming.kind === 'pressed' && incoming.asMessage)
  const isRead = isMessage && incoming.place.kind !== 'personal'
  return isRead && language !== actor.language ? { ...actor, language } : actor
}
