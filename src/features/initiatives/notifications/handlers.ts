import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Outgoing, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { foot, type Message, type MessageUsecases } from '../../messages/index.ts'
import { id } from '../initiative/reply-handlers.ts'
import type { MemberUsecases } from '../members/usecases.ts'
import type { drawingNews } from './drawn-handlers.ts'

const shown = z.object({ message: id })

type Parts = {
  readonly drawing: Pick<ReturnType<typeof drawingNews>, 'drawn' | 'redrawn'>
  readonly members: Pick<MemberUsecases, 'tellJoined' | 'tellHidden' | 'tellInspired'>
  readonly messages: Pick<MessageUsecases, 'claim' | 'drop' | 'show'>
  readonly words: (language: Language) => Words
}

/** Personal messages about an initiative, to its owner, members and followers. */
export function messageHandlers({ drawing, members, messages, words }: Parts) {
  const toldOf = ({ language }: Actor, message: Pick<Message, 'id' | 'round' | 'subject'>) => ({
    subject: message.subject,
    foot: foot(words(language), message).foot,
  })

  /** What is told by itself: that it is hidden, or one's own from now on; and what was asked to come again. */
  async function tell(ticket: string): Promise<readonly Outgoing[]> {
    const claimed = await messages.claim(ticket)
    if (!claimed) return []
    const reply = await drawing.drawn(claimed.actor, toldOf(claimed.actor, claimed))
    if (reply) return [{ to: claimed.to, key: claimed.key, reply }]
    await messages.drop(claimed.id)
    return []
  }

  async function redrawn(actor: Actor, pressed: Pressed): Promise<Reply> {
    const message = await messages.show(actor, parse(shown, pressed.data).message)
    return drawing.redrawn(actor, toldOf(actor, message))
  }

  return {
    verbs: { 'initiatives.message': redrawn },
    facts: {
      'initiatives.tell': ({ payload }) => tell(String(payload.message)),
      'initiatives.joined': async ({ payload }) => {
        await members.tellJoined(String(payload.idea))
        return []
      },
      'ideas.moderated': async ({ payload }) => {
        await members.tellHidden(String(payload.idea))
        return []
      },
      'ideas.inspired': async ({ payload }) => {
        await members.tellInspired(String(payload.idea), String(payload.by))
        return []
      },
    },
  } satisfies Handlers
}
