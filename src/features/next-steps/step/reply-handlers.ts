import { z } from 'zod'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Key, Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Programme } from '../../programme/index.ts'
import { type StepBeside, stepCard, stepSummary } from './cards.ts'
import type { StepDays } from './days.ts'
import type { NextStep } from './domain.ts'
import { dayText, type StepCardContext } from './line-cards.ts'
import type { StepReadingUsecases } from './reading-usecases.ts'
import type { NextStepSeen } from './seen.ts'

type Parts = {
  readonly reading: Pick<StepReadingUsecases, 'show'>
  readonly days: () => Promise<StepDays>
  /** The day on which those in charge hear of a step, unless it is kept by then. */
  readonly recalledOn: (step: Pick<NextStep, 'due'>) => Promise<string>
  readonly programme: Pick<Programme, 'direction'>
  readonly words: (language: Language) => Words
}

export const pressedOn = z.object({ step: z.string().regex(ID) })
export const day = z.union([z.iso.date(), z.literal('')]).catch('')

export type StepReplies = ReturnType<typeof stepReplies>

/** What the answers to all gestures are made of. */
export function stepReplies({ reading, days, recalledOn, programme, words }: Parts) {
  const context = ({ language }: Pick<Actor, 'language'>): StepCardContext => ({
    words: words(language),
    programme,
  })

  /** Said where others may be reading over one's shoulder: this answer is not for them. */
  function done(actor: Actor, { place }: Pressed, title: Key, said = ''): Notice {
    const { say } = words(actor.language)
    const lines = [said, place.kind === 'personal' ? '' : say('only.you')].filter(line => line !== '')
    const text = lines.length > 0 ? { text: lines.join(' ') } : {}
    return { tone: 'good', title: say(title as 'step.written'), ...text }
  }

  async function besideOf(actor: Actor, step: NextStepSeen): Promise<Pick<StepBeside, 'recalled'>> {
    if (!step.mine || step.state !== 'promised') return {}
    return { recalled: dayText(words(actor.language), await recalledOn(step)) }
  }

  async function one(
    actor: Actor,
    step: NextStepSeen,
    notice?: Notice,
    beside: StepBeside = { foot: [], told: '' },
  ): Promise<Reply> {
    const card = stepCard(context(actor), step, { ...beside, ...(await besideOf(actor, step)) })
    const summary = notice?.title ?? stepSummary(words(actor.language), step)
    return { card, language: actor.language, summary, ...(notice && { notice }) }
  }

  return {
    context,
    days,
    done,
    one,
    asItStands: async (actor: Actor, { data }: Pressed): Promise<Reply> =>
      one(actor, await reading.show(actor, parse(pressedOn, data).step)),
  }
}
