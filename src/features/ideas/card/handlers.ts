import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { type IdeaReplies, none } from './reply-handlers.ts'

const page = z.object({ after: none, box: none })

/** An idea, and a page of ideas, as they stand. */
export function ideaHandlers({ listReply, asItStands }: IdeaReplies): Handlers {
  return {
    commands: [
      {
        name: 'idees',
        words: { fr: ['idées', 'mes idées', 'micro-idées'], en: ['ideas', 'my ideas', 'micro-ideas'] },
        // To nobody: it is understood, and « Voir les idées reçues » leads to the same.
        offered: {},
        run: async actor => listReply(actor, { after: '', box: '' }),
      },
    ],
    verbs: {
      'ideas.show': asItStands,
      'ideas.list': async (actor, pressed) => listReply(actor, parse(page, pressed.data)),
    },
  }
}
