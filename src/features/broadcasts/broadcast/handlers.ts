import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed, Typed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { may } from '../../../kernel/access/permission.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { draftVerbs } from '../drafts/handlers.ts'
import { sendFacts, sendVerbs } from '../sending/delivery-handlers.ts'
import { chosen, runVerbs } from '../sending/handlers.ts'
import { listCard } from './cards.ts'
import { PERMISSIONS } from './domain.ts'
import { type AnswerParts, answersOf } from './reply-handlers.ts'

/** Four with a button each leave one for a new one and one for the next page. */
const PAGE = 4

const paged = z.object({ after: z.string().max(200).optional() })

export function broadcastHandlers(parts: AnswerParts): Handlers {
  const { broadcasts } = parts
  const answers = answersOf(parts)
  const { voiceOf, reply } = answers

  async function list(actor: Actor, after?: string): Promise<Reply> {
    const { items, ...next } = await broadcasts.list(actor, PAGE, after)
    const listed = []
    for (const glance of items) listed.push({ glance, titles: await broadcasts.titles(glance.broadcast) })
    const voice = voiceOf(actor.language)
    const card = listCard(voice, { items: listed, ...next }, may(PERMISSIONS.write, actor.role))
    return reply(actor, card, voice.words.say('cast.list'))
  }

  /** Thrown away, then what is left. */
  async function remove(actor: Actor, { data }: Pressed): Promise<Reply> {
    await broadcasts.remove(actor, parse(chosen, data).broadcast)
    const title = parts.words(actor.language).say('cast.removed')
    return { ...(await list(actor)), summary: title, notice: { tone: 'good', title } }
  }

  return {
    commands: [
      {
        name: 'envois',
        words: {
          fr: ['diffusions', 'diffusion', 'envois', 'envoi'],
          en: ['broadcasts', 'broadcast', 'sends'],
        },
        offered: { organiser: 1.5, observer: 3 },
        run: (actor: Actor, _: Typed | Pressed) => list(actor),
      },
    ],
    verbs: {
      'broadcasts.list': (actor, { data }) => list(actor, parse(paged, data).after || undefined),
      'broadcasts.remove': { run: remove, redraw: actor => list(actor) },
      ...draftVerbs(parts, answers),
      ...runVerbs(parts, answers),
      ...sendVerbs(parts, answers),
    },
    facts: sendFacts(parts, answers),
  }
}
