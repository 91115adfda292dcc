import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Outgoing, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { foot, type Message, type MessageUsecases } from '../../messages/index.ts'
import { id } from '../card/reply-handlers.ts'
import { reasonOf } from '../idea/state.ts'
import type { Steps } from '../idea/state-usecases.ts'
import type { drawingNews } from './drawn-handlers.ts'

const told = z.object({ message: id })

type Parts = {
  readonly drawing: Pick<ReturnType<typeof drawingNews>, 'drawn' | 'redrawn'>
  readonly steps: Pick<Steps, 'tellPage' | 'followed' | 'promised'>
  readonly messages: Pick<MessageUsecases, 'claim' | 'drop' | 'show'>
  readonly words: (language: Language) => Words
}

/** Notifications of each step to those who wrote, support or commented an idea. */
export function messageHandlers({ drawing, steps, messages, words }: Parts): Handlers {
  const toldOf = ({ language }: Actor, message: Pick<Message, 'id' | 'round' | 'subject'>) => ({
    subject: message.subject,
    foot: foot(words(language), message).foot,
  })

  /** What is told by itself: of one's own idea or comment, what is asked, and what was asked to come again. */
  async function tell(ticket: string): Promise<readonly Outgoing[]> {
    const claimed = await messages.claim(ticket)
    if (!claimed) return []
    const reply = await drawing.drawn(claimed.actor, toldOf(claimed.actor, claimed))
    if (reply) return [{ to: claimed.to, key: claimed.key, reply }]
    await messages.drop(claimed.id)
    return []
  }

  async function redrawn(actor: Actor, pressed: Pressed): Promise<Reply> {
    const message = await messages.show(actor, parse(told, pressed.data).message)
    return drawing.redrawn(actor, toldOf(actor, message))
  }

  return {
    verbs: { 'ideas.message': redrawn },
    facts: {
      // Written by a version that knew no other step.
      'ideas.answered': async ({ payload }) => {
        const reason = reasonOf(String(payload.idea), 'answered')
        await steps.tellPage({ ...payload, step: 'answered', reason, teller: 'ideas' })
        return []
      },
      'ideas.stepped': async ({ payload }) => {
        await steps.tellPage(payload)
        return []
      },
      'steps.ended': async ({ payload: { kind, id, step, by = '' } }) => {
        if (kind === 'idea') await steps.followed(String(id), String(step), String(by))
        return []
      },
      'steps.promised': async ({ payload: { kind, id, step, by = '' } }) => {
        if (kind === 'idea') await steps.promised(String(id), String(step), String(by))
        return []
      },
      'ideas.tell': ({ payload }) => tell(String(payload.message)),
    },
  }
}
