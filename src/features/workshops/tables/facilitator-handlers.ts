import type { Words } from '../../../i18n/words.ts'
import type { Transact } from '../../../kernel/storage/tx.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Programme } from '../../programme/index.ts'
import { isAhead } from '../workshop/domain.ts'
import type { NoticeRenderer } from '../workshop/message-handlers.ts'
import { facilitatingCard, leadingSentence } from './facilitator-cards.ts'
import type { ShownTableUsecases } from './shown-usecases.ts'

type Parts = {
  readonly read: Transact
  readonly leaderIn: ShownTableUsecases['leaderIn']
  readonly programme: Pick<Programme, 'axis'>
  readonly words: (language: Language) => Words
}

/** Notification of a facilitator. */
export function facilitatorNotice({ read, leaderIn, programme, words }: Parts): NoticeRenderer {
  const leaderOf = (person: string, workshop: string) => read(tx => leaderIn(tx, workshop, person))
  return {
    isVoid: async (_, { id, stage }, actor) =>
      !isAhead(stage) || (await leaderOf(actor.id, id)) === undefined,

    reply: async (actor, message, workshop) => {
      const { language } = actor
      const w = words(language)
      const leader = await leaderOf(actor.id, workshop.id)
      const card = facilitatingCard({ words: w, programme }, workshop, message)
      const title = leadingSentence(w, workshop, leader)
      return { card, language, summary: title, notice: { tone: leader ? 'good' : 'warning', title } }
    },
  }
}
