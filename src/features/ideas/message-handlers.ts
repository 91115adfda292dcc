import { z } from 'zod'
import type { Handlers } from '../../conversation/handlers.ts'
import type { Pressed } from '../../conversation/incoming.ts'
import type { Outgoing, Reply } from '../../conversation/reply.ts'
import type { Actor } from '../../kernel/actor.ts'
import { parse } from '../../kernel/parse.ts'
import { may } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { foot, type Message } from '../messages/index.ts'
import { ideaCard } from './cards.ts'
import { type IdeaSeen, PERMISSIONS } from './domain.ts'
import { type HandlerParts, id, type Replies } from './ground-handlers.ts'
import { reasonOf } from './state.ts'

const told = z.object({ message: id })

/** How those who wrote or supported an idea hear of its answer. */
export function messageHandlers(parts: HandlerParts, { reply }: Replies): Handlers {
  const { ideas, messages, programme, words } = parts

  function messageReply(actor: Actor, idea: IdeaSeen, message: Pick<Message, 'id' | 'round'>): Reply {
    const w = words(actor.language)
    const acts = may(PERMISSIONS.support, actor.role)
    const card = ideaCard(w, programme, idea, acts, foot(w, message).foot)
    const { text: title, answererName: name } = idea
    return reply(actor.language, card, name === '' ? title : w.say('idea.answered', { name, title }))
  }

  /** The idea as the reader sees it, or nothing once it was taken back. */
  async function shown(actor: Actor, idea: string): Promise<IdeaSeen | undefined> {
    return ideas.show(actor, idea).catch(error => {
      if (error instanceof Refusal) return undefined
      throw error
    })
  }

  async function tell(ticket: string): Promise<readonly Outgoing[]> {
    const claimed = await messages.claim(ticket)
    if (!claimed) return []
    const idea = await shown(claimed.actor, String(claimed.subject.idea))
    if (idea) return [{ to: claimed.to, key: claimed.key, reply: messageReply(claimed.actor, idea, claimed) }]
    await messages.drop(claimed.id)
    return []
  }

  async function redrawn(actor: Actor, pressed: Pressed): Promise<Reply> {
    const message = await messages.show(actor, parse(told, pressed.data).message)
    return messageReply(actor, await ideas.show(actor, String(message.subject.idea)), message)
  }

  return {
    verbs: { 'ideas.message': redrawn },
    facts: {
      // Noted by a version that knew no other step.
      'ideas.answered': async ({ payload }) => {
        const reason = reasonOf(String(payload.idea), 'answered')
        await ideas.tellPage({ ...payload, step: 'answered', reason, teller: 'ideas' })
        return []
      },
      'ideas.stepped': async ({ payload }) => {
        await ideas.tellPage(payload)
        return []
      },
      'ideas.tell': ({ payload }) => tell(String(payload.message)),
    },
  }
}
