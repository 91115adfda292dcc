import type { Pressed, Typed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Programme } from '../../programme/index.ts'
import { type BallotCardContext, spokenNotice } from './cards.ts'

/** Where a message or a button press comes from. */
export type MessageOrigin = Pick<Pressed | Typed, 'place'>

export function isPersonal({ place }: MessageOrigin): boolean {
  return place.kind === 'personal'
}

type Parts = {
  readonly words: (language: Language) => Words
  readonly programme: Pick<Programme, 'axis' | 'directions'>
}

export type BallotReplies = ReturnType<typeof ballotReplies>

/** Builds the reply to every act on a ballot, in the actor's language. */
export function ballotReplies({ words, programme }: Parts) {
  return {
    cardContextOf: (language: Language): BallotCardContext => ({ words: words(language), programme }),

    reply(actor: Actor, card: CardOf, summary: string, notice?: Notice): Reply {
      const said = notice ? spokenNotice(notice) : summary
      return { card, language: actor.language, summary: said, ...(notice && { notice }) }
    },
  }
}
