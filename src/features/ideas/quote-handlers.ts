import { formNonce } from '../../conversation/form-nonce.ts'
import type { Handlers } from '../../conversation/handlers.ts'
import type { Quoted } from '../../conversation/incoming.ts'
import type { Notice, Reply } from '../../conversation/reply.ts'
import type { Words } from '../../i18n/words.ts'
import type { Actor } from '../../kernel/actor.ts'
import { countGraphemes } from '../../kernel/graphemes.ts'
import type { Ids } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { permit } from '../../kernel/permission.ts'
import type { Programme } from '../programme/index.ts'
import { IDEA_LENGTH, PERMISSIONS } from './domain.ts'
import { quoteCard } from './quote-cards.ts'

type Parts = {
  readonly programme: Programme
  readonly words: (language: Language) => Words
  readonly ids: Ids
}

/** « En faire une micro-idée », on anybody's message: the form, with the message's words to cut and to change. */
export function ideaQuoteHandlers({ programme, words, ids }: Parts): Handlers {
  async function form(actor: Actor, { text }: Quoted): Promise<Reply> {
    const { role, language } = actor
    permit(PERMISSIONS.submit, role)
    const w = words(language)
    const long = countGraphemes(text, IDEA_LENGTH) > IDEA_LENGTH
    const notice: Notice = { tone: 'warning', title: w.say('idea.quote.long', { max: IDEA_LENGTH }) }
    const card = quoteCard(w, programme, formNonce(ids, actor), text)
    return { card, language, summary: w.say('idea.form.title'), ...(long && { notice }) }
  }

  return { quotes: { 'ideas.quote': form } }
}
