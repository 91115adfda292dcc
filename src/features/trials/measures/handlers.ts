import { z } from 'zod'
import type { Verb } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { typedOf } from '../card/domain.ts'
import { id, onTrial, type TrialReplies } from '../card/reply-handlers.ts'
import type { TrialCards } from '../card/usecases.ts'
import { type ReadingTyped, readingForm } from './cards.ts'
import type { MeasureUsecases } from './usecases.ts'

const reading = onTrial.extend({
  measure: id,
  /** Teams leaves an empty field out. */
  typed: z.string().max(2_000).default(''),
  /** What was typed, far from the last and right. */
  sure: z.string().max(2_000).default(''),
})

type Parts = {
  readonly cards: TrialCards
  readonly measures: Pick<MeasureUsecases, 'type'>
}

/** A trial's number, typed in one field; one far from the last is asked again. */
export function readingVerbs(
  { cards, measures }: Parts,
  { contextOf, reply, done, trialReply }: TrialReplies,
): Readonly<Record<string, Verb>> {
  /** The form; the trial as it stands for whoever may not type, or no longer. */
  async function formOf(
    actor: Actor,
    { trial, measure }: z.infer<typeof reading>,
    typed: ReadingTyped,
    notice?: Notice,
  ): Promise<Reply> {
    const found = await cards.one(actor, trial)
    const number = typedOf(found).find(each => each.id === measure)
    if (!number) return trialReply(actor, found, notice)
    const context = contextOf(actor)
    const card = readingForm(context, found, number, typed)
    return reply(actor, card, notice?.title ?? context.words.say('trial.measures.type'), notice)
  }

  /** Asked again: it may be right. */
  function farNotice(actor: Actor, { details }: Refusal): Notice {
    const { words } = contextOf(actor)
    const shown = (value: string | number = '') => (typeof value === 'number' ? words.number(value) : value)
    const [typed, last] = [shown(details.typed), shown(details.last)]
    return { tone: 'warning', title: words.say('refusal.number-far', { typed, last }) }
  }

  async function save(actor: Actor, pressed: Pressed): Promise<Reply> {
    const given = parse(reading, pressed.data)
    const { trial, measure, sure } = given
    const typed = sure === '' ? given.typed : sure
    try {
      await measures.type(actor, trial, { measure, typed, sure: sure !== '' })
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'number-far') throw error
      return formOf(actor, given, { typed, far: true }, farNotice(actor, error))
    }
    const title = contextOf(actor).words.say('trial.measures.typed.done')
    return trialReply(actor, await cards.one(actor, trial), done(actor, pressed, title))
  }

  return {
    'trials.reading-form': async (actor, { data }) => {
      const given = parse(reading, data)
      return formOf(actor, given, { typed: '' })
    },
    'trials.reading': {
      run: save,
      redraw: async (actor, { data }) => {
        const given = parse(reading, data)
        return formOf(actor, given, { typed: given.sure === '' ? given.typed : given.sure })
      },
    },
  }
}
