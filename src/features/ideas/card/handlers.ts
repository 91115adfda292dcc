import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { type IdeaReplies, none } from './reply-handlers.ts'

const page = z.object({ after: none, box: none })

/** One idea, and a page of ideas. */
export function ideaHandlers({ listReply, asItStands }: IdeaReplies): Handlers {
  return {
    commands: [
      {
        name: 'idees',
        words: { fr: ['idées', 'mes idées', 'micro-idées'], en: ['ideas', 'my ideas', 'micro-ideas'] },
        // Understood but offered to nobody: « Voir les idées reçues » does the same.
        offered: {},
        shows: true,
        run: async actor => listReply(actor, { after: '', box: '' }),
      },
    ],
    verbs: {
      'ideas.show': asItStands,
      'ideas.list': async (actor, pressed) => listReply(actor, parse(page, pressed.data)),
    },
  }
}
