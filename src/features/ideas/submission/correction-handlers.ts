import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { another, seeIdeas } from '../card/button-cards.ts'
import { withdrawnCard } from '../card/cards.ts'
import type { IdeaDraft } from '../card/form-cards.ts'
import type { IdeaAxes } from '../card/frame-cards.ts'
import { type IdeaReplies, id, none, optional, pressedOn } from '../card/reply-handlers.ts'
import { IDEA_PERMISSIONS, permitOn } from '../idea/domain.ts'
import type { IdeaQueries } from '../idea/usecases.ts'
import { correctionCard } from './correction-cards.ts'
import type { CorrectionUsecases } from './correction-usecases.ts'
import { checkCorrection, SUBMISSION_PERMISSIONS } from './domain.ts'

const pick = z.object({ idea: id, axis: none })
const correction = z.object({ idea: id, text: z.string().default(''), axis: none })

type Parts = {
  readonly corrections: Pick<CorrectionUsecases, 'undo' | 'correct' | 'setAxis'>
  readonly ideas: Pick<IdeaQueries, 'show'>
  readonly programme: IdeaAxes
  readonly words: (language: Language) => Words
}

/** An author's changes after submission: take back, another text or axis. */
export function correctionHandlers(
  { corrections, ideas, programme, words }: Parts,
  replies: IdeaReplies,
): Handlers {
  const { reply, done, oneReply, listReply, asItStands } = replies

  async function undo(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea, list, ...where } = parse(pressedOn, pressed.data)
    const taken = await corrections.undo(actor, idea)
    const notice = done(actor, pressed, 'idea.undone', 'idea.undone.sub')
    if (list !== '') return listReply(actor, where, notice)
    const w = words(actor.language)
    const card = withdrawnCard(w, [another(w, taken), seeIdeas(w, undefined)])
    return reply(actor.language, card, notice.title, notice)
  }

  async function formReply(actor: Actor, idea: string, draft?: IdeaDraft): Promise<Reply> {
    const seen = await ideas.show(actor, idea)
    permitOn(SUBMISSION_PERMISSIONS.correct, seen, actor)
    checkCorrection(seen)
    const w = words(actor.language)
    return reply(actor.language, correctionCard(w, programme, seen, draft), w.say('idea.correct.title'))
  }

  async function correct(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea, text, axis } = parse(correction, pressed.data)
    const chosen = optional(axis)
    const corrected = await corrections.correct(actor, idea, {
      text,
      ...(chosen !== undefined && { axis: chosen }),
    })
    return oneReply(actor, corrected, done(actor, pressed, 'idea.corrected'))
  }

  async function setAxis(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea, axis } = parse(pick, pressed.data)
    return oneReply(
      actor,
      await corrections.setAxis(actor, idea, axis),
      done(actor, pressed, 'idea.axis.saved'),
    )
  }

  async function askAxis(actor: Actor, pressed: Pressed): Promise<Reply> {
    const idea = await ideas.show(actor, parse(pick, pressed.data).idea)
    permitOn(IDEA_PERMISSIONS.setAxis, idea, actor)
    return oneReply(actor, idea)
  }

  return {
    verbs: {
      'ideas.set-axis': { run: setAxis, redraw: asItStands },
      'ideas.ask-axis': { run: askAxis, redraw: asItStands },
      'ideas.undo': { run: undo, redraw: asItStands },
      'ideas.correct-form': {
        run: async (actor, { data }) => formReply(actor, parse(correction, data).idea),
        redraw: asItStands,
      },
      'ideas.correct': {
        run: correct,
        // Not correctable any more: the idea is shown as it is.
        redraw: async (actor, pressed) => {
          const { idea, ...draft } = parse(correction, pressed.data)
          const { correctable } = await ideas.show(actor, idea)
          return correctable ? formReply(actor, idea, draft) : asItStands(actor, pressed)
        },
      },
    },
  }
}
