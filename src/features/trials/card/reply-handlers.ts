import { z } from 'zod'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { type TrialCardContext, trialCard } from './cards.ts'
import type { TrialOnCard } from './domain.ts'
import type { TrialCards } from './usecases.ts'

type Parts = {
  readonly cards: TrialCards
  readonly programme: TrialCardContext['programme']
  readonly words: (language: Language) => Words
}

export const id = z.string().regex(ID)
/** A button on the trial of an initiative, whichever it is by now. */
export const onInitiative = z.object({ initiative: id })
/** A button on one trial. */
export const onTrial = z.object({ trial: id })

export type TrialReplies = ReturnType<typeof trialReplies>

/** Builds the replies of all acts on a trial. */
export function trialReplies({ cards, programme, words }: Parts) {
  const contextOf = ({ language }: Actor): TrialCardContext => ({ words: words(language), programme })

  const reply = ({ language }: Actor, card: CardOf, summary: string, notice?: Notice): Reply => ({
    card,
    language,
    summary,
    ...(notice && { notice }),
  })

  /** A private confirmation, said where others may read the same card. `title`: what was done. */
  function done(actor: Actor, { place }: Pressed, title: string, text = ''): Notice {
    const only = place.kind === 'personal' ? '' : words(actor.language).say('only.you')
    const lines = [text, only].filter(line => line !== '')
    return { tone: 'good', title, ...(lines.length > 0 && { text: lines.join(' ') }) }
  }

  const trialReply = (actor: Actor, trial: TrialOnCard, notice?: Notice): Reply =>
    reply(actor, trialCard(contextOf(actor), trial), notice?.title ?? trial.title, notice)

  return {
    contextOf,
    reply,
    done,
    trialReply,
    /** The trial of the initiative that it was pressed on. */
    latestOf: async (actor: Actor, { data }: Pressed): Promise<Reply> =>
      trialReply(actor, await cards.latest(actor, parse(onInitiative, data).initiative)),
    /** The trial that it was pressed on. */
    asItStands: async (actor: Actor, { data }: Pressed): Promise<Reply> =>
      trialReply(actor, await cards.one(actor, parse(onTrial, data).trial)),
  }
}
