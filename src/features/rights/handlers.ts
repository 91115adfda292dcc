import { z } from 'zod'
import type { Handlers } from '../../conversation/protocol/handlers.ts'
import type { Reply } from '../../conversation/protocol/reply.ts'
import { noticeCard } from '../../conversation/replies/common-cards.ts'
import type { Words } from '../../i18n/words.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import { parse } from '../../kernel/requests/parse.ts'
import type { Language } from '../../kernel/text/language.ts'
import type { AccessUsecases } from './access-usecases.ts'
import { dataCard, eraseCard } from './cards.ts'
import { ERASE, type ErasureUsecases, SCRUB } from './erasure-usecases.ts'

type Parts = {
  readonly access: AccessUsecases
  readonly erasing: ErasureUsecases
  readonly words: (language: Language) => Words
  /** Data protection contact, from the method file. */
  readonly privacy: { readonly contact?: string }
}

/** The card has no choice for who has neither a supported nor an anonymous idea. */
const sure = z.object({ ideas: z.enum(['unname', 'withdraw']).default('unname'), sure: z.literal('yes') })

export function rightsHandlers({ access, erasing, words, privacy }: Parts): Handlers {
  async function data(actor: Actor): Promise<Reply> {
    const w = words(actor.language)
    const card = dataCard(w, await access.counts(actor), privacy.contact)
    return { card, language: actor.language, summary: w.say('data.title') }
  }

  async function eraseForm(actor: Actor): Promise<Reply> {
    await erasing.check(actor)
    const w = words(actor.language)
    return {
      card: eraseCard(w, await erasing.hasChoice(actor)),
      language: actor.language,
      summary: w.say('data.erase.title'),
    }
  }

  /** No notice beside the card: a question to the person would create them again. */
  async function erase(actor: Actor, typed: unknown): Promise<Reply> {
    const { ideas } = parse(sure, typed)
    await erasing.erase(actor, ideas)
    const { say } = words(actor.language)
    const title = say('data.erased')
    const card = noticeCard({ tone: 'good', title, text: say('data.erased.sub') })
    return { card, language: actor.language, summary: title }
  }

  return {
    commands: [
      {
        name: 'mes-donnees',
        words: { fr: ['mes données', 'données', 'RGPD'], en: ['my data', 'GDPR', 'privacy'] },
        offered: { agent: 20, pilot: 20, manager: 20, organiser: 20, observer: 20 },
        shows: true,
        personal: true,
        run: data,
      },
    ],
    verbs: {
      'rights.data': data,
      'rights.erase-form': { run: eraseForm, redraw: data },
      'rights.erase': { run: (actor, pressed) => erase(actor, pressed.data), redraw: eraseForm },
    },
    facts: {
      [ERASE]: async ({ payload: { person, chat, parting } }) => {
        await erasing.again(String(person), String(chat), parting === 'withdraw' ? 'withdraw' : 'unname')
        return []
      },
      [SCRUB]: async () => {
        await erasing.purge()
        return []
      },
    },
  }
}
