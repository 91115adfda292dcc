import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import { onceKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { may } from '../../../kernel/access/permission.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID_OR_NONE } from '../../../kernel/text/id-format.ts'
import { galleryCard } from '../gallery/cards.ts'
import { heirHandlers } from '../members/handover-handlers.ts'
import { postHandlers } from '../notifications/channel-handlers.ts'
import { messageHandlers } from '../notifications/handlers.ts'
import { supportsText } from './cards.ts'
import { PERMISSIONS } from './domain.ts'
import { editHandlers } from './edit-handlers.ts'
import { linksCard, readingCard } from './reading-cards.ts'
import { type HandlerParts, pressedOn, repliesOf } from './reply-handlers.ts'

const onOff = z.enum(['on', 'off'])
const joining = pressedOn.extend({ joined: onOff })
const supporting = pressedOn.extend({ support: onOff })
const page = z.object({ after: z.string().regex(ID_OR_NONE).default('') })
const links = pressedOn.extend({ from: z.coerce.number().int().min(0).max(100).default(0) })

/** Five, each with its act, leave one act for the page. */
const PAGE = 5

export function initiativeHandlers(parts: HandlerParts): Handlers {
  const { initiatives, ideas, programme, words } = parts
  const replies = repliesOf(parts)
  const { reply, done, sheetReply, asItStands } = replies

  async function list(actor: Actor, after: string): Promise<Reply> {
    const w = words(actor.language)
    const found = await initiatives.list(actor, { sort: 'new' }, PAGE, after === '' ? undefined : after)
    return reply(actor.language, galleryCard(w, programme, found), w.say('initiative.list'))
  }

  async function carry(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { initiative } = parse(pressedOn, pressed.data)
    const sheet = await initiatives.carry(actor, initiative, onceKeys(actor, pressed))
    const { say } = words(actor.language)
    return sheetReply(
      actor,
      sheet,
      done(actor, pressed, say('initiative.carried'), say('initiative.carried.sub')),
    )
  }

  async function join(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { initiative, joined } = parse(joining, pressed.data)
    const on = joined === 'on'
    await initiatives.join(actor, initiative, on)
    const title = words(actor.language).say(on ? 'initiative.joined' : 'initiative.left')
    return sheetReply(actor, await initiatives.sheet(actor, initiative), done(actor, pressed, title))
  }

  /** The idea's support, given where its initiative is read. */
  async function support(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { initiative, support } = parse(supporting, pressed.data)
    const on = support === 'on'
    await ideas.support(actor, initiative, on)
    const sheet = await initiatives.sheet(actor, initiative)
    const w = words(actor.language)
    const title = [w.say(on ? 'initiative.supported' : 'idea.unsupported'), supportsText(w, sheet)]
    return sheetReply(actor, sheet, done(actor, pressed, title.join('\u00A0· ')), { supportsTold: true })
  }

  async function read(actor: Actor, { data }: Pressed): Promise<Reply> {
    const sheet = await initiatives.sheet(actor, parse(pressedOn, data).initiative)
    const card = readingCard(words(actor.language), programme, sheet, may(PERMISSIONS.join, actor.role))
    return reply(actor.language, card, sheet.title)
  }

  async function readLinks(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { initiative, from } = parse(links, data)
    const sheet = await initiatives.sheet(actor, initiative)
    return reply(actor.language, linksCard(words(actor.language), programme, sheet, from), sheet.title)
  }

  const others = [
    editHandlers(parts, replies),
    heirHandlers(parts, replies),
    messageHandlers(parts, replies),
    postHandlers(parts, replies),
  ]

  return {
    commands: [
      {
        name: 'initiatives',
        words: { fr: ['initiatives', 'les initiatives'], en: ['initiatives', 'initiative'] },
        offered: { agent: 6.6, pilot: 6.6, manager: 6.6, organiser: 6.6, observer: 1.5 },
        run: async actor => list(actor, ''),
      },
    ],
    verbs: {
      'initiatives.list': async (actor, { data }) => list(actor, parse(page, data).after),
      'initiatives.show': asItStands,
      'initiatives.read': read,
      'initiatives.links': readLinks,
      'initiatives.carry': { run: carry, redraw: asItStands },
      'initiatives.join': { run: join, redraw: asItStands },
      'initiatives.support': { run: support, redraw: asItStands },
      ...Object.assign({}, ...others.map(({ verbs }) => verbs)),
    },
    facts: Object.assign({}, ...others.map(({ facts }) => facts)),
  }
}
