import { z } from 'zod'
import type { Verb } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Programme } from '../../programme/index.ts'
import type { SheetSeen } from '../initiative/domain.ts'
import { type InitiativeReplies, id, pressedOn } from '../initiative/reply-handlers.ts'
import { heirsForm } from './cards.ts'
import { permitHandOver } from './domain.ts'
import type { MemberUsecases } from './usecases.ts'

const chosen = pressedOn.extend({ to: id })

const joining = pressedOn.extend({ joined: z.enum(['on', 'off']) })

type Parts = {
  readonly members: Pick<MemberUsecases, 'join' | 'handOver'>
  /** The actor's view of the sheet. */
  readonly sheet: (actor: Actor, id: string) => Promise<SheetSeen>
  readonly programme: Pick<Programme, 'axis'>
  readonly words: (language: Language) => Words
}

/** Joining, leaving, and handing over to a member. */
export function memberVerbs(
  { members, sheet: sheetSeen, programme, words }: Parts,
  { reply, done, sheetReply, asItStands }: InitiativeReplies,
): Readonly<Record<string, Verb>> {
  async function join(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { initiative, joined } = parse(joining, pressed.data)
    const on = joined === 'on'
    await members.join(actor, initiative, on)
    const title = words(actor.language).say(on ? 'initiative.joined' : 'initiative.left')
    return sheetReply(actor, await sheetSeen(actor, initiative), done(actor, pressed, title))
  }

  async function form(actor: Actor, { data }: Pressed): Promise<Reply> {
    const found = await sheetSeen(actor, parse(pressedOn, data).initiative)
    permitHandOver(found, actor)
    const w = words(actor.language)
    return reply(actor.language, heirsForm(w, programme, found), w.say('initiative.hand-over'))
  }

  async function handOver(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { initiative, to } = parse(chosen, pressed.data)
    await members.handOver(actor, initiative, to)
    const title = words(actor.language).say('initiative.handed-over')
    return sheetReply(actor, await sheetSeen(actor, initiative), done(actor, pressed, title))
  }

  return {
    'initiatives.join': { run: join, redraw: asItStands },
    'initiatives.hand-over-form': { run: form, redraw: asItStands },
    'initiatives.hand-over': { run: handOver, redraw: asItStands },
  }
}
