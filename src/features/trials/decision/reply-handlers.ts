import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { placesText, targetsNotice } from '../../channels/index.ts'
import type { Programme } from '../../programme/index.ts'
import { decidedCard, decidedSummary, undecidedCard } from './cards.ts'
import { isDecided } from './domain.ts'
import type { DecisionPlaces } from './place-usecases.ts'
import type { DecisionReading } from './seen-usecases.ts'

type Parts = {
  readonly decisions: Pick<DecisionReading, 'seen'>
  readonly programme: Pick<Programme, 'direction' | 'directions'>
  readonly words: (language: Language) => Words
}

export type DecisionReplies = ReturnType<typeof decisionReplies>

/** A decision as the answer to an act, or as it stands. */
export function decisionReplies({ decisions, programme, words }: Parts) {
  /** Where it is announced, and where it cannot be. */
  function placesLine(w: Words, places: DecisionPlaces): string {
    const { channels, unbound, closed, cut, shut, sameDay } = places
    const names = (ids: readonly string[]) => ids.map(id => programme.direction(id)?.name ?? id).join(', ')
    const missing = targetsNotice(w, programme.directions, { unbound, shut })
    return [
      ...(channels.length > 0 ? [w.say('trial.decision.posted', { places: placesText(w, channels) })] : []),
      ...(missing ? [missing.title] : []),
      ...(closed.length > 0 ? [w.say('trial.decision.closed', { directions: names(closed) })] : []),
      ...(cut.length > 0 ? [w.say('trial.decision.cut', { count: cut.length })] : []),
      ...(sameDay.length > 0
        ? [w.say('trial.decision.same-day', { count: sameDay.length, directions: names(sameDay) })]
        : []),
    ].join(' ')
  }

  async function reply(actor: Actor, id: string, notice?: Notice): Promise<Reply> {
    const { trial, next, mayFollow } = await decisions.seen(actor, id)
    const { language } = actor
    const w = words(language)
    const context = { words: w, programme }
    if (!isDecided(trial)) {
      const card = undecidedCard(context, trial, { mayDecide: trial.mayDecide })
      return { card, language, summary: trial.title, ...(notice && { notice }) }
    }
    const card = decidedCard(context, trial, { next, mayFollow, mayPlan: trial.mine })
    return { card, language, summary: decidedSummary(w, trial), ...(notice && { notice }) }
  }

  return {
    asItStands: (actor: Actor, id: string): Promise<Reply> => reply(actor, id),

    /** The answer to a decision: what follows of it is the very next thing. */
    done(actor: Actor, id: string, { place }: Pressed, places: DecisionPlaces): Promise<Reply> {
      const w = words(actor.language)
      const only = place.kind === 'personal' ? '' : w.say('only.you')
      const text = [placesLine(w, places), only].filter(line => line !== '').join(' ')
      const title = w.say('trial.decision.done')
      return reply(actor, id, { tone: 'good', title, ...(text !== '' && { text }) })
    },
  }
}
