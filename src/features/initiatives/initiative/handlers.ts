import { z } from 'zod'
import type { Verb } from '../../../conversation/protocol/handlers.ts'
import { idempotencyKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { may } from '../../../kernel/access/permission.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { Programme } from '../../programme/index.ts'
import { supportsText } from './cards.ts'
import { INITIATIVE_PERMISSIONS, type SheetSeen } from './domain.ts'
import { linksCard, readingCard } from './reading-cards.ts'
import { type InitiativeReplies, pressedOn } from './reply-handlers.ts'
import type { CarryingUsecases } from './usecases.ts'

const onOff = z.enum(['on', 'off'])
const supporting = pressedOn.extend({ support: onOff })
const links = pressedOn.extend({ from: z.coerce.number().int().min(0).max(100).default(0) })

type Parts = {
  readonly initiatives: Pick<CarryingUsecases, 'carry'>
  /** The actor's view of the sheet. */
  readonly sheet: (actor: Actor, id: string) => Promise<SheetSeen>
  readonly ideas: Pick<IdeaUsecases, 'support'>
  readonly programme: Pick<Programme, 'axis'>
  readonly words: (language: Language) => Words
}

/** Reading, carrying and supporting an initiative. */
export function initiativeVerbs(
  { initiatives, sheet: sheetSeen, ideas, programme, words }: Parts,
  { reply, done, sheetReply, asItStands }: InitiativeReplies,
): Readonly<Record<string, Verb>> {
  async function carry(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { initiative } = parse(pressedOn, pressed.data)
    const sheet = await initiatives.carry(actor, initiative, idempotencyKeys(actor, pressed))
    const { say } = words(actor.language)
    return sheetReply(
      actor,
      sheet,
      done(actor, pressed, say('initiative.carried'), say('initiative.carried.sub')),
    )
  }

  /** Supports the idea, from the sheet of its initiative. */
  async function support(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { initiative, support } = parse(supporting, pressed.data)
    const on = support === 'on'
    await ideas.support(actor, initiative, on)
    const sheet = await sheetSeen(actor, initiative)
    const w = words(actor.language)
    const title = [w.say(on ? 'initiative.supported' : 'idea.unsupported'), supportsText(w, sheet)]
    return sheetReply(actor, sheet, done(actor, pressed, title.join('\u00A0· ')), { supportsTold: true })
  }

  async function read(actor: Actor, { data }: Pressed): Promise<Reply> {
    const sheet = await sheetSeen(actor, parse(pressedOn, data).initiative)
    const card = readingCard(
      words(actor.language),
      programme,
      sheet,
      may(INITIATIVE_PERMISSIONS.join, actor.role),
    )
    return reply(actor.language, card, sheet.title)
  }

  async function readLinks(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { initiative, from } = parse(links, data)
    const sheet = await sheetSeen(actor, initiative)
    return reply(actor.language, linksCard(words(actor.language), programme, sheet, from), sheet.title)
  }

  return {
    'initiatives.show': asItStands,
    'initiatives.read': read,
    'initiatives.links': readLinks,
    'initiatives.carry': { run: carry, redraw: asItStands },
    'initiatives.support': { run: support, redraw: asItStands },
  }
}
