import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { IdeaAxes } from '../card/frame-cards.ts'
import { COMMENTS, type IdeaReplies, id, none, optional } from '../card/reply-handlers.ts'
import { threadCard } from './thread-cards.ts'
import type { TimelineUsecases } from './thread-usecases.ts'

const page = z.object({ idea: id, after: none })

type Parts = {
  readonly timelines: Pick<TimelineUsecases, 'timeline'>
  readonly programme: IdeaAxes
  readonly words: (language: Language) => Words
}

/** An idea's history. */
export function threadHandlers({ timelines, programme, words }: Parts, { reply }: IdeaReplies): Handlers {
  async function timeline(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea: wanted, after } = parse(page, pressed.data)
    const { idea, ...events } = await timelines.timeline(actor, wanted, COMMENTS, optional(after))
    const w = words(actor.language)
    return reply(actor.language, threadCard(w, programme, idea, events), w.say('thread.open'))
  }

  return { verbs: { 'ideas.thread': timeline } }
}
