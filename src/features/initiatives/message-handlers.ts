import { z } from 'zod'
import type { Handlers } from '../../conversation/handlers.ts'
import type { Pressed } from '../../conversation/incoming.ts'
import type { Outgoing, Reply } from '../../conversation/reply.ts'
import type { Actor } from '../../kernel/actor.ts'
import { parse } from '../../kernel/parse.ts'
import { may } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { foot, type Message } from '../messages/index.ts'
import { sheetCard } from './cards.ts'
import { PERMISSIONS, type SheetSeen } from './domain.ts'
import { type HandlerParts, id, type Replies } from './ground-handlers.ts'
import { type Told, toldSummary, toldText } from './message-cards.ts'

const shown = z.object({ message: id })

/** How those whom an initiative concerns hear of what becomes of it. */
export function messageHandlers(parts: HandlerParts, { reply }: Replies): Handlers {
  const { initiatives, ideas, messages, programme, words } = parts

  /** What the words need besides the sheet: names as they are now. */
  async function toldOf(sheet: SheetSeen, { subject }: Pick<Message, 'subject'>): Promise<Told> {
    const step = String(subject.step)
    const span = { from: Number(subject.from), until: Number(subject.until) }
    const names = step === 'joined' ? await initiatives.newcomers(sheet.id, span, sheet.owner ?? '') : []
    const after = step === 'inspired' ? await ideas.posted(String(subject.from)) : undefined
    const direction = programme.direction(after?.direction ?? '')?.name
    return { step, names, ...(direction !== undefined && { direction }) }
  }

  type Drawn = Pick<Message, 'id' | 'round' | 'subject'>
  async function messageReply(actor: Actor, message: Drawn): Promise<Reply> {
    const sheet = await initiatives.sheet(actor, String(message.subject.idea))
    const told = await toldOf(sheet, message)
    const w = words(actor.language)
    const beside = { told: toldText(w, sheet, told), foot: foot(w, message).foot }
    const card = sheetCard(w, programme, sheet, may(PERMISSIONS.join, actor.role), beside)
    return reply(actor.language, card, toldSummary(w, sheet, told))
  }

  async function tell(ticket: string): Promise<readonly Outgoing[]> {
    const claimed = await messages.claim(ticket)
    if (!claimed) return []
    const drawn = await messageReply(claimed.actor, claimed).catch(error => {
      if (error instanceof Refusal) return undefined
      throw error
    })
    if (drawn) return [{ to: claimed.to, key: claimed.key, reply: drawn }]
    await messages.drop(claimed.id)
    return []
  }

  async function redrawn(actor: Actor, pressed: Pressed): Promise<Reply> {
    return messageReply(actor, await messages.show(actor, parse(shown, pressed.data).message))
  }

  return {
    verbs: { 'initiatives.message': redrawn },
    facts: {
      'initiatives.tell': ({ payload }) => tell(String(payload.message)),
      'initiatives.joined': async ({ payload }) => {
        await initiatives.tellJoined(String(payload.idea))
        return []
      },
      'ideas.inspired': async ({ payload }) => {
        await initiatives.tellInspired(String(payload.idea), String(payload.by))
        return []
      },
    },
  }
}
