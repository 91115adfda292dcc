import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { MessageFoot, MoveLine, Subject } from '../../messages/index.ts'
import type { Programme } from '../../programme/index.ts'
import { decidedCard, decidedSummary, decidedText } from './cards.ts'
import { type DecidedTrial, isDecided } from './domain.ts'
import type { DecisionReading, DecisionSeen } from './seen-usecases.ts'

type Parts = {
  readonly decisions: Pick<DecisionReading, 'seen' | 'isConcerned'>
  readonly programme: Pick<Programme, 'direction'>
  readonly words: (language: Language) => Words
}

type Told = { readonly subject: Subject } & MessageFoot

export type DecisionDrawing = ReturnType<typeof drawingDecisions>

/** Draws what is told of a decision to those who touched it, as it is now. */
export function drawingDecisions({ decisions, programme, words }: Parts) {
  /** Undefined once it may not be read, or does not concern them any more. */
  async function found(
    actor: Actor,
    subject: Subject,
  ): Promise<(DecisionSeen & { readonly trial: DecidedTrial }) | undefined> {
    try {
      const seen = await decisions.seen(actor, String(subject.trial))
      const { trial, next, mayFollow } = seen
      if (!isDecided(trial) || !(await decisions.isConcerned(actor, trial))) return undefined
      return { trial, next, mayFollow }
    } catch (error) {
      if (error instanceof Refusal) return undefined
      throw error
    }
  }

  return {
    /** On a card of its own. */
    async drawn(actor: Actor, { subject, foot }: Told): Promise<Reply | undefined> {
      const seen = await found(actor, subject)
      if (!seen) return undefined
      const w = words(actor.language)
      const { trial, next, mayFollow } = seen
      const told = w.say('trial.decision.told')
      const card = decidedCard({ words: w, programme }, trial, { next, mayFollow, told, foot })
      return { card, language: actor.language, summary: decidedSummary(w, trial) }
    },

    /** As a line of a card that tells several; it stands by itself beside what else moved of the initiative. */
    async line(actor: Actor, subject: Subject): Promise<MoveLine | undefined> {
      const seen = await found(actor, subject)
      if (!seen) return undefined
      const w = words(actor.language)
      const { trial } = seen
      const { id, title } = trial
      return {
        thing: `trial:${id}`,
        title,
        what: decidedText(w, trial),
        open: w.say('trial.decision.see'),
      }
    },
  }
}
