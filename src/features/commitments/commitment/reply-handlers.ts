import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Key, Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Programme } from '../../programme/index.ts'
import { commitmentCard } from './cards.ts'
import { type Commitment, isTellable, undoUntil } from './domain.ts'

type Parts = {
  readonly programme: Pick<Programme, 'axes' | 'axis'>
  readonly words: (language: Language) => Words
  readonly clock: Clock
  /** Whether a kept commitment can be told to the actor's Direction. */
  readonly mayTell: (actor: Actor) => Promise<boolean>
}

export type CommitmentReplies = ReturnType<typeof commitmentReplies>

/** Builds the replies of all acts on a commitment. */
export function commitmentReplies({ programme, words, clock, mayTell }: Parts) {
  function reply(actor: Actor, card: CardOf, summary: string, notice?: Notice): Reply {
    return { card, language: actor.language, summary, ...(notice && { notice }) }
  }

  return {
    reply,

    /** A private confirmation, said where others may read the same card. `until`: end of the undo window (ms). */
    done(actor: Actor, { place }: Pressed, title: Key, until?: number): Notice {
      const { say, shortDay, time } = words(actor.language)
      const text = [
        // With the date, since the card may stay in the chat for long.
        ...(until === undefined
          ? []
          : [say('commit.undo.until', { date: shortDay(until), time: time(until) })]),
        ...(place.kind === 'personal' ? [] : [say('only.you')]),
      ].join(' ')
      return { tone: 'good', title: say(title), ...(text !== '' && { text }) }
    },

    /** One's own commitment. `shared`: it was just shared with the Direction. `fresh`: just taken, in one press. */
    async one(
      actor: Actor,
      commitment: Commitment,
      notice?: Notice,
      shared = false,
      fresh = false,
    ): Promise<Reply> {
      const w = words(actor.language)
      const card = commitmentCard(w, programme, commitment, {
        direction: actor.direction,
        undoUntil: undoUntil(commitment, clock.now()),
        shared,
        fresh,
        tellable: isTellable(commitment) && (await mayTell(actor)),
      })
      return reply(actor, card, notice?.title ?? commitment.text, notice)
    },
  }
}
