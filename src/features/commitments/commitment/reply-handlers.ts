import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Key, Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Programme } from '../../programme/index.ts'
import { commitmentCard } from './cards.ts'
import type { Commitment } from './domain.ts'
import type { CommitmentUsecases } from './usecases.ts'

export type AnswerParts = {
  readonly commitments: CommitmentUsecases
  readonly programme: Programme
  readonly words: (language: Language) => Words
  readonly ids: Ids
}

export type Answers = ReturnType<typeof answersOf>

/** The answers that every act on a commitment ends with. */
export function answersOf({ commitments, programme, words }: AnswerParts) {
  function reply(actor: Actor, card: CardOf, summary: string, notice?: Notice): Reply {
    return { card, language: actor.language, summary, ...(notice && { notice }) }
  }

  return {
    reply,

    /**
     * Said where others may be reading over one's shoulder: this answer is not for them. `undoUntil`: until when what was
     * done can be taken back (ms).
     */
    done(actor: Actor, { place }: Pressed, title: Key, undoUntil?: number): Notice {
      const { say, shortDay, time } = words(actor.language)
      const text = [
        // The card may stand in the chat long after.
        ...(undoUntil === undefined
          ? []
          : [say('commit.undo.until', { date: shortDay(undoUntil), time: time(undoUntil) })]),
        ...(place.kind === 'personal' ? [] : [say('only.you')]),
      ].join(' ')
      return { tone: 'good', title: say(title), ...(text !== '' && { text }) }
    },

    /** One's own commitment as it stands. `shared`: it was just shown to the Direction. */
    one(actor: Actor, commitment: Commitment, notice?: Notice, shared = false): Reply {
      const w = words(actor.language)
      const undoUntil = commitments.undoUntil(commitment)
      const card = commitmentCard(w, programme, commitment, {
        direction: actor.direction,
        undoUntil,
        shared,
      })
      return reply(actor, card, notice?.title ?? commitment.text, notice)
    },
  }
}
