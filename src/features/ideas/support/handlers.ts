import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { supportsText } from '../card/frame-cards.ts'
import { type IdeaReplies, pressedOn } from '../card/reply-handlers.ts'
import type { SupportUsecases } from './usecases.ts'

const choice = pressedOn.extend({ support: z.enum(['on', 'off']) })

type Parts = {
  readonly supports: Pick<SupportUsecases, 'support' | 'place'>
  readonly words: (language: Language) => Words
}

/** Supporting an idea, withdrawing that, and assigning supports to the Direction that a person declares. */
export function supportHandlers({ supports, words }: Parts, replies: IdeaReplies): Handlers {
  const { done, oneReply, listReply, asItStands } = replies

  async function support(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea, support, list, ...where } = parse(choice, pressed.data)
    const on = support === 'on'
    const seen = await supports.support(actor, idea, on)
    const said = done(actor, pressed, on ? 'idea.supported' : 'idea.unsupported')
    const count = supportsText(words(actor.language), seen)
    const notice = { ...said, title: `${said.title}\u00A0· ${count}` }
    return list === ''
      ? oneReply(actor, seen, notice, { supportsTold: true })
      : listReply(actor, where, notice)
  }

  return {
    verbs: { 'ideas.support': { run: support, redraw: asItStands } },
    facts: {
      'people.direction-chosen': async ({ payload }) => {
        await supports.place(String(payload.person), String(payload.direction))
        return []
      },
    },
  }
}
