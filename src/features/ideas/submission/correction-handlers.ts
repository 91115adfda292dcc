import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { another, seeIdeas } from '../card/button-cards.ts'
import { withdrawnCard } from '../card/cards.ts'
import type { IdeaDraft } from '../card/form-cards.ts'
import { type HandlerParts, id, none, optional, pressedOn, type Replies } from '../card/reply-handlers.ts'
import { permitOn } from '../idea/domain.ts'
import { correctionCard } from './correction-cards.ts'
import { checkCorrection, SUBMISSION_PERMISSIONS } from './domain.ts'

const correction = z.object({ idea: id, text: z.string().default(''), axis: none })

/** An author's second thoughts: the idea is taken back, or gets another text. */
export function correctionHandlers({ ideas, programme, words }: HandlerParts, replies: Replies): Handlers {
  const { reply, done, oneReply, listReply, asItStands } = replies

  async function undo(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea, list, ...where } = parse(pressedOn, pressed.data)
    const taken = await ideas.undo(actor, idea)
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
    const corrected = await ideas.correct(actor, idea, {
      text,
      ...(chosen !== undefined && { axis: chosen }),
    })
    return oneReply(actor, corrected, done(actor, pressed, 'idea.corrected'))
  }

  return {
    verbs: {
      'ideas.undo': { run: undo, redraw: asItStands },
      'ideas.correct-form': {
        run: async (actor, { data }) => formReply(actor, parse(correction, data).idea),
        redraw: asItStands,
      },
      'ideas.correct': {
        run: correct,
        // No longer to be corrected, it is shown as it stands.
        redraw: async (actor, pressed) => {
          const { idea, ...draft } = parse(correction, pressed.data)
          const { correctable } = await ideas.show(actor, idea)
          return correctable ? formReply(actor, idea, draft) : asItStands(actor, pressed)
        },
      },
    },
  }
}
