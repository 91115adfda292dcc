import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Programme } from '../../programme/index.ts'
import { visitCard } from './cards.ts'
import type { VisitUsecases } from './usecases.ts'

type Parts = {
  readonly visits: VisitUsecases
  readonly programme: Pick<Programme, 'axis'>
  readonly words: (language: Language) => Words
}

/** Names per card: one line or two on a phone. */
const PAGE = 20

const chosen = z.object({
  workshop: z.string().regex(ID),
  from: z.string().regex(ID).optional(),
})
const named = chosen.extend({ shown: z.enum(['on', 'off']) })

export function visitHandlers({ visits, programme, words }: Parts): Handlers {
  async function reply(actor: Actor, workshop: string, from?: string, notice?: Notice): Promise<Reply> {
    const { language } = actor
    const w = words(language)
    const visit = await visits.prepare(actor, workshop, { limit: PAGE, after: from })
    const card = visitCard({ words: w, programme }, visit, from)
    return { card, language, summary: notice?.title ?? w.say('visit.title'), ...(notice && { notice }) }
  }

  function visit(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { workshop, from } = parse(chosen, data)
    return reply(actor, workshop, from)
  }

  async function showName(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { workshop, shown } = parse(named, data)
    await visits.showName(actor, workshop, shown === 'on')
    const title = words(actor.language).say(shown === 'on' ? 'visit.shown' : 'visit.hidden')
    return reply(actor, workshop, undefined, { tone: 'good', title })
  }

  return { verbs: { 'workshops.visit': visit, 'workshops.show-name': showName } }
}
