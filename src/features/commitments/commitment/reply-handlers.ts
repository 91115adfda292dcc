import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Key, Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Programme } from '../../programme/index.ts'
import { commitmentCard } from './cards.ts'
import { type Commitment, undoUntil } from './domain.ts'

type Parts = {
  readonly programme: Pick<Programme, 'axes' | 'axis'>
  readonly words: (language: Language) => Words
  readonly clock: Clock
}

export type CommitmentReplies = ReturnType<typeof commitmentReplies>

/** The replies that every act on a commitment ends with. */
export function commitmentReplies({ programme, words, clock }: Parts) {
  function reply(actor: Actor, card: CardOf, summary: string, notice?: Notice): Reply {
    return { card, language: actor.language, summary, ...(notice && { notice }) }
  }

  return {
    reply,

    /**
     * Said where others may be reading over one's shoulder: this answer is not for them. `until`: until when what was
     * done can be taken back (ms).
     */
    done(actor: Actor, { place }: Pressed, title: Key, until?: number): Notice {
      const { say, shortDay, time } = words(actor.language)
      const text = [
        // The card may stand in the chat long after.
        ...(until === undefined
          ? []
          : [say('commit.undo.until', { date: shortDay(until), time: time(until) })]),
        ...(place.kind === 'personal' ? [] : [say('only.you')]),
      ].join(' ')
      return { tone: 'good', title: say(title), ...(text !== '' && { text }) }
    },

    /** One's own commitment as it stands. `shared`: it was just shown to the Direction. */
    one(actor: Actor, commitment: Commitment, notice?: Notice, shared = false): Reply {
      const w = words(actor.language)
      const card = commitmentCard(w, programme, commitment, {
        direction: actor.direction,
        undoUntil: undoUntil(commitment, clock.now()),
        shared,
      })
      return reply(actor, card, notice?.title ?? commitment.text, notice)
    },
  }
}
