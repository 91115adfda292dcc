import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID_OR_NONE } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Programme } from '../../programme/index.ts'
import type { InitiativeReplies } from '../initiative/reply-handlers.ts'
import { galleryCard } from './cards.ts'
import type { GalleryUsecases } from './usecases.ts'

const page = z.object({ after: z.string().regex(ID_OR_NONE).default('') })

/** Rows per card: five acts leave one of six buttons for the page. */
const PAGE = 5

type Parts = {
  readonly gallery: Pick<GalleryUsecases, 'list'>
  readonly programme: Pick<Programme, 'axis'>
  readonly words: (language: Language) => Words
}

export function galleryHandlers({ gallery, programme, words }: Parts, { reply }: InitiativeReplies) {
  async function list(actor: Actor, after: string): Promise<Reply> {
    const w = words(actor.language)
    const found = await gallery.list(actor, { sort: 'new' }, PAGE, after === '' ? undefined : after)
    return reply(actor.language, galleryCard(w, programme, found), w.say('initiative.list'))
  }

  return {
    commands: [
      {
        name: 'initiatives',
        words: { fr: ['initiatives', 'les initiatives'], en: ['initiatives', 'initiative'] },
        offered: { agent: 6.6, pilot: 6.6, manager: 6.6, organiser: 6.6, observer: 1.5 },
        shows: true,
        run: async actor => list(actor, ''),
      },
    ],
    verbs: {
      'initiatives.list': async (actor, { data }) => list(actor, parse(page, data).after),
    },
  } satisfies Handlers
}
