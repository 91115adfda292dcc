import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { fingerprint } from '../../../kernel/text/text.ts'
import type { Message } from '../../messages/index.ts'
import type { TrialReadingUsecases } from '../trial/reading-usecases.ts'
import { answeredText, fieldOf, type LookInDrawing, lookInCard, lookInSummary } from './cards.ts'
import { questionsOf } from './domain.ts'
import type { LookInUsecases } from './usecases.ts'

type Parts = {
  readonly lookIns: Pick<LookInUsecases, 'answer' | 'status'>
  readonly trials: Pick<TrialReadingUsecases, 'show'>
  readonly words: (language: Language) => Words
}

const id = z.string().regex(ID)
// What is no text counts as not chosen.
const step = z.string().max(20).catch('')
const onLookIn = z.object({
  trial: id,
  lookIn: id.catch(''),
  message: id.optional().catch(undefined),
  round: z.coerce.number().int().catch(1),
  step0: step,
  step1: step,
  step2: step,
})

type PressedLookIn = z.infer<typeof onLookIn>

function drawingOf({ message, round, step0, step1, step2 }: PressedLookIn): LookInDrawing {
  return { ...(message !== undefined && { message: { id: message, round } }), typed: { step0, step1, step2 } }
}

/** What somebody who tries something answers on a card, in one press where there is one question. */
export function lookInHandlers({ lookIns, trials, words }: Parts) {
  /** The questions, or the state of the answer. */
  async function reply(
    actor: Actor,
    trialId: string,
    drawing: LookInDrawing,
    notice?: Notice,
  ): Promise<Reply> {
    const w = words(actor.language)
    const trial = await trials.show(actor, trialId)
    const card = lookInCard(w, trial, await lookIns.status(actor, trialId), drawing)
    const summary = notice?.title ?? lookInSummary(w, trial)
    return { card, language: actor.language, summary, ...(notice && { notice }) }
  }

  async function redraw(actor: Actor, { data }: Pressed): Promise<Reply> {
    const pressed = parse(onLookIn, data)
    return reply(actor, pressed.trial, drawingOf(pressed))
  }

  async function answer(actor: Actor, { data, place, id: delivered }: Pressed): Promise<Reply> {
    const pressed = parse(onLookIn, data)
    const asked = questionsOf(await trials.show(actor, pressed.trial))
    const answers = asked.flatMap(({ id: measure }, at) => {
      const chosen = data[fieldOf(at)]
      return typeof chosen === 'string' && chosen !== '' ? [{ measure, step: Number(chosen) }] : []
    })
    // Key of the press alone: one that included the answer would reveal it.
    const delivery = fingerprint(place.key, delivered)
    const first = await lookIns.answer(actor, pressed.trial, { round: pressed.lookIn, answers }, delivery)
    const w = words(actor.language)
    const status = await lookIns.status(actor, pressed.trial)
    const notice = {
      tone: 'good',
      title: w.say(first ? 'trial.look-in.done' : 'trial.look-in.first'),
      text: answeredText(w, status),
    } as const
    return reply(actor, pressed.trial, drawingOf(pressed), notice)
  }

  return {
    reply,
    verbs: {
      'trials.look-in': redraw,
      'trials.answer': { run: answer, redraw },
    },
  } satisfies Pick<Handlers, 'verbs'> & { readonly reply: typeof reply }
}

export type LookInReply = (
  actor: Actor,
  trial: string,
  drawing: { readonly message: Pick<Message, 'id' | 'round'> },
) => Promise<Reply>
