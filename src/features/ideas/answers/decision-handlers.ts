import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { IdeaAxes } from '../card/frame-cards.ts'
import { type IdeaReplies, id } from '../card/reply-handlers.ts'
import { permitDecision } from '../idea/state.ts'
import type { IdeaQueries } from '../idea/usecases.ts'
import { asideForm } from './cards.ts'
import type { DecisionUsecases } from './decision-usecases.ts'

const chosen = z.object({ idea: id, step: z.enum(['studied', 'retained']) })
const draft = z.object({ idea: id, text: z.string().optional() })

type Parts = {
  readonly ideas: Pick<IdeaQueries, 'show'>
  readonly decisions: Pick<DecisionUsecases, 'decide'>
  readonly programme: IdeaAxes
  readonly words: (language: Language) => Words
}

/** Decisions on an idea, by those who decide for its Direction. */
export function decisionHandlers(
  { ideas, decisions, programme, words }: Parts,
  replies: IdeaReplies,
): Handlers {
  const { reply, done, untold, oneReply, asItStands } = replies

  async function formReply(actor: Actor, { idea, text }: z.infer<typeof draft>): Promise<Reply> {
    const seen = await ideas.show(actor, idea)
    permitDecision(seen, actor)
    const w = words(actor.language)
    return reply(actor.language, asideForm(w, programme, seen, text), w.say('idea.aside.label'))
  }

  async function decide(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea, step } = parse(chosen, pressed.data)
    const decided = await decisions.decide(actor, idea, { step })
    return oneReply(actor, decided, done(actor, pressed, `idea.decide.${step}.done`, untold(actor, decided)))
  }

  async function setAside(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea, text: reason = '' } = parse(draft, pressed.data)
    const decided = await decisions.decide(actor, idea, { step: 'aside', reason })
    return oneReply(actor, decided, done(actor, pressed, 'idea.decide.aside.done', untold(actor, decided)))
  }

  return {
    verbs: {
      'ideas.decide': { run: decide, redraw: asItStands },
      'ideas.aside-form': {
        run: async (actor, { data }) => formReply(actor, { idea: parse(draft, data).idea }),
        redraw: asItStands,
      },
      'ideas.aside': {
        run: setAside,
        // Where nothing can be decided any more, the idea itself is shown.
        redraw: async (actor, pressed) => {
          const given = parse(draft, pressed.data)
          const { mayDecide } = await ideas.show(actor, given.idea)
          return mayDecide ? formReply(actor, given) : asItStands(actor, pressed)
        },
      },
    },
  }
}
