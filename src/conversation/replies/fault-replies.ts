import type { Words } from '../../i18n/words.ts'
import type { Ids } from '../../kernel/crypto/ids.ts'
import { Unavailable } from '../../kernel/errors/unavailable.ts'
import type { Logger } from '../../kernel/monitoring/logger.ts'
import type { TurnOutcome } from '../../kernel/monitoring/metric-names.ts'
import type { Language } from '../../kernel/text/language.ts'
import type { Incoming } from '../protocol/incoming.ts'
import type { Reply } from '../protocol/reply.ts'
import { faultReply, unavailableReply } from './bot-cards.ts'

type Parts = {
  readonly words: (language: Language) => Words
  readonly firstLanguage: (locale: string) => Language
  readonly log: Logger
  readonly ids: Ids
  /** Whether a verb is ours: the name of an unknown one is user input, and is not logged. */
  readonly isVerb: (name: string) => boolean
}

/** Reply to a turn whose handler failed. */
type Failed = { readonly reply: Reply; readonly outcome: TurnOutcome }

/** Logs a fault under a reference that is shown to the person; nothing that they wrote is logged. */
export function createFaults({ words, firstLanguage, log, ids, isVerb }: Parts) {
  return (incoming: Incoming, error: unknown, language = firstLanguage(incoming.locale)): Failed => {
    // `db/` has logged the outage, once for all requests.
    if (error instanceof Unavailable)
      return { reply: unavailableReply(words(language), incoming), outcome: 'unavailable' }
    const reference = ids.next().slice(0, 8)
    const verb = incoming.kind === 'pressed' && isVerb(incoming.verb) ? incoming.verb : undefined
    log.error({ reference, kind: incoming.kind, verb, err: error }, 'a handler failed')
    return { reply: faultReply(words(language), reference), outcome: 'fault' }
  }
}
