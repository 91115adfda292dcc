import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { permitHandOver } from '../initiative/domain.ts'
import { heirsForm } from '../initiative/form-cards.ts'
import { type HandlerParts, id, pressedOn, type Replies } from '../initiative/reply-handlers.ts'

const chosen = pressedOn.extend({ to: id })

/** How who carries it hands it over to somebody who takes part. */
export function heirHandlers(
  parts: HandlerParts,
  { reply, done, sheetReply, asItStands }: Replies,
): Handlers {
  const { initiatives, programme, words } = parts

  async function form(actor: Actor, { data }: Pressed): Promise<Reply> {
    const found = await initiatives.sheet(actor, parse(pressedOn, data).initiative)
    permitHandOver(found, actor)
    const w = words(actor.language)
    return reply(actor.language, heirsForm(w, programme, found), w.say('initiative.hand-over'))
  }

  async function handOver(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { initiative, to } = parse(chosen, pressed.data)
    await initiatives.handOver(actor, initiative, to)
    const title = words(actor.language).say('initiative.handed-over')
    return sheetReply(actor, await initiatives.sheet(actor, initiative), done(actor, pressed, title))
  }

  return {
    verbs: {
      'initiatives.hand-over-form': { run: form, redraw: asItStands },
      'initiatives.hand-over': { run: handOver, redraw: asItStands },
    },
  }
}
