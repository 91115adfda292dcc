import { formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Quoted } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { countGraphemes } from '../../../kernel/text/graphemes.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Programme } from '../../programme/index.ts'
import { IDEA_LENGTH, IDEA_PERMISSIONS } from '../idea/domain.ts'
import { quoteCard } from './quote-cards.ts'

type Parts = {
  readonly programme: Programme
  readonly words: (language: Language) => Words
  readonly ids: Ids
}

/** « En faire une micro-idée », message action: the form, filled in with the message's text. */
export function ideaQuoteHandlers({ programme, words, ids }: Parts): Handlers {
  async function form(actor: Actor, { text }: Quoted): Promise<Reply> {
    const { role, language } = actor
    permit(IDEA_PERMISSIONS.submit, role)
    const w = words(language)
    const long = countGraphemes(text, IDEA_LENGTH) > IDEA_LENGTH
    const notice: Notice = { tone: 'warning', title: w.say('idea.quote.long', { max: IDEA_LENGTH }) }
    const card = quoteCard(w, programme, formNonce(ids, actor), text)
    return { card, language, summary: w.say('idea.form.title'), ...(long && { notice }) }
  }

  return { quotes: { 'ideas.quote': form } }
}
