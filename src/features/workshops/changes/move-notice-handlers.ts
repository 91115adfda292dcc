import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Programme } from '../../programme/index.ts'
import { messageCard } from '../registration/cards.ts'
import { meansOf } from '../registration/handlers.ts'
import { isToCome, type Moved, type WorkshopSeen } from '../workshop/domain.ts'
import { movingOf } from '../workshop/facts.ts'
import type { NoticeMessage, NoticeRenderer } from '../workshop/message-handlers.ts'
import { movedSentence } from './move-notice-cards.ts'
import type { MoveNoticeUsecases } from './move-notice-usecases.ts'

type Parts = {
  readonly programme: Programme
  readonly words: (language: Language) => Words
  /** Address of a workshop's calendar file. */
  readonly calendarOf: (workshop: string) => string
}

const movedOf = ({ subject }: NoticeMessage) => String(subject.moved) as Moved

/** The notice that a workshop moved to another place or time, for people with a seat. */
export function moveNotice({ programme, words, calendarOf }: Parts): NoticeRenderer {
  /** Obsolete: no seat, already begun, or superseded by a later move. */
  function isVoid(message: NoticeMessage, { mine, stage, revision, moved }: WorkshopSeen): boolean {
    const overtaken =
      revision !== message.subject.revision && (moved === 'both' || moved === movedOf(message))
    return mine !== 'yes' || !isToCome(stage) || overtaken
  }

  function reply(actor: Actor, message: NoticeMessage, workshop: WorkshopSeen): Reply {
    const { language } = actor
    const w = words(language)
    const title = movedSentence(w, workshop, movedOf(message))
    const means = meansOf(actor, calendarOf(workshop.id))
    const card = messageCard({ words: w, programme }, workshop, means, message)
    const isNews = isToCome(workshop.stage) && workshop.mine === 'yes'
    return { card, language, summary: title, ...(isNews && { notice: { tone: 'warning', title } }) }
  }

  return { isVoid, reply }
}

export function moveNoticeHandlers({ moves }: { readonly moves: MoveNoticeUsecases }): Handlers {
  return {
    facts: {
      'workshops.moved': async fact => {
        await moves.tellSeated(movingOf(fact))
        return []
      },
    },
  }
}
