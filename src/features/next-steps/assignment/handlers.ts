import { z } from 'zod'
import type { Handlers, VerbHandler } from '../../../conversation/protocol/handlers.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID_OR_NONE } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { StepReadingUsecases } from '../step/reading-usecases.ts'
import { pressedOn, type StepReplies } from '../step/reply-handlers.ts'
import type { NextStepSeen } from '../step/seen.ts'
import { assignCard, declinedCard } from './cards.ts'
import type { AssignmentUsecases } from './usecases.ts'

type Parts = {
  readonly assignment: AssignmentUsecases
  readonly reading: Pick<StepReadingUsecases, 'show'>
  readonly words: (language: Language) => Words
}

const named = z.enum(['on', 'off']).catch('off')
const looked = pressedOn.extend({ name: z.string().max(100).catch('') })
const chosen = looked.extend({ to: z.string().regex(ID_OR_NONE).catch('') })
const ticked = pressedOn.extend({ named })

/** Whom to ask, by the letters typed so far. */
export function assigningReply({ assignment, words }: Pick<Parts, 'assignment' | 'words'>) {
  return async (actor: Actor, step: NextStepSeen, typed = ''): Promise<Reply> => {
    const found = await assignment.colleagues(actor, step.id, typed)
    const card = assignCard(words(actor.language), step, typed, found)
    return { card, language: actor.language, summary: card.data.title }
  }
}

/** « Confier à » : who sees to a step. */
export function assignmentHandlers({ assignment, reading, words }: Parts, replies: StepReplies): Handlers {
  const { done, one, asItStands } = replies
  const assigning = assigningReply({ assignment, words })

  const look: VerbHandler = async (actor, { data }) => {
    const { step, name } = parse(looked, data)
    return assigning(actor, await reading.show(actor, step), name)
  }

  const ask: VerbHandler = async (actor, pressed) => {
    const { step, to } = parse(chosen, pressed.data)
    const asked = await assignment.ask(actor, step, to)
    const { say } = words(actor.language)
    const said = say(asked.unreachable ? 'step.ask.unreachable' : 'step.ask.done.sub')
    return one(actor, asked, done(actor, pressed, 'step.ask.done', said))
  }

  const stopAsking: VerbHandler = async (actor, pressed) => {
    const step = await assignment.stopAsking(actor, parse(pressedOn, pressed.data).step)
    return one(actor, step, done(actor, pressed, 'step.unask.done'))
  }

  const take: VerbHandler = async (actor, pressed) => {
    const { step, named } = parse(ticked, pressed.data)
    return one(
      actor,
      await assignment.takeOn(actor, step, named === 'on'),
      done(actor, pressed, 'step.written'),
    )
  }

  const accept: VerbHandler = async (actor, pressed) => {
    const { step, named } = parse(ticked, pressed.data)
    return one(
      actor,
      await assignment.accept(actor, step, named === 'on'),
      done(actor, pressed, 'step.accept.done'),
    )
  }

  const decline: VerbHandler = async (actor, pressed) => {
    await assignment.decline(actor, parse(pressedOn, pressed.data).step)
    const card = declinedCard(words(actor.language))
    return {
      card,
      language: actor.language,
      summary: card.data.title,
      notice: done(actor, pressed, 'step.decline.done'),
    }
  }

  const giveBack: VerbHandler = async (actor, pressed) => {
    const step = await assignment.giveBack(actor, parse(pressedOn, pressed.data).step)
    return one(actor, step, done(actor, pressed, 'step.back.done'))
  }

  const show: VerbHandler = async (actor, pressed) => {
    const { step, named } = parse(ticked, pressed.data)
    const title = named === 'on' ? 'step.name.show.done' : 'step.name.hide.done'
    return one(actor, await assignment.show(actor, step, named === 'on'), done(actor, pressed, title))
  }

  return {
    verbs: {
      'steps.assign': { run: look, redraw: asItStands },
      'steps.ask': { run: ask, redraw: look },
      'steps.unask': { run: stopAsking, redraw: asItStands },
      'steps.take': { run: take, redraw: asItStands },
      'steps.accept': { run: accept, redraw: asItStands },
      'steps.decline': decline,
      'steps.give-back': { run: giveBack, redraw: asItStands },
      'steps.name': { run: show, redraw: asItStands },
    },
  }
}
