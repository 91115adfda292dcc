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
import type { IdeaQueries } from '../idea/usecases.ts'
import { answerForm } from './cards.ts'
import { permitAnswer } from './domain.ts'
import type { AnswerUsecases } from './usecases.ts'

const draft = z.object({ idea: id, text: z.string().optional() })

type Parts = {
  readonly ideas: Pick<IdeaQueries, 'show'>
  readonly answers: Pick<AnswerUsecases, 'answer'>
  readonly programme: IdeaAxes
  readonly words: (language: Language) => Words
}

/** Answers to an idea, by those who answer for its Direction. */
export function answerHandlers({ ideas, answers, programme, words }: Parts, replies: IdeaReplies): Handlers {
  const { reply, done, untold, oneReply, asItStands } = replies

  async function formReply(actor: Actor, { idea, text }: z.infer<typeof draft>): Promise<Reply> {
    const seen = await ideas.show(actor, idea)
    permitAnswer(seen, actor)
    const w = words(actor.language)
    return reply(actor.language, answerForm(w, programme, seen, text), w.say('idea.answer.label.plain'))
  }

  /** The form again, for the idea that this one was merged into, where the person answers for that one too. */
  async function there(actor: Actor, pressed: Pressed, given: z.infer<typeof draft>): Promise<Reply> {
    const { mayAnswer } = await ideas.show(actor, given.idea)
    return mayAnswer ? formReply(actor, given) : asItStands(actor, pressed)
  }

  async function answer(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea, text = '' } = parse(draft, pressed.data)
    const answered = await answers.answer(actor, idea, text)
    return oneReply(actor, answered, done(actor, pressed, 'idea.answer.saved', untold(actor, answered)))
  }

  return {
    verbs: {
      'ideas.answer-form': {
        run: async (actor, { data }) => formReply(actor, { idea: parse(draft, data).idea }),
        redraw: asItStands,
      },
      'ideas.answer': {
        run: answer,
        redraw: async (actor, pressed) => {
          const given = parse(draft, pressed.data)
          const { mayAnswer, root } = await ideas.show(actor, given.idea)
          if (root !== undefined) return there(actor, pressed, { ...given, idea: root })
          return mayAnswer ? formReply(actor, given) : asItStands(actor, pressed)
        },
      },
    },
  }
}
