import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { drawClaimed, foot, type Message, type MessageUsecases } from '../../messages/index.ts'
import type { StepErasureUsecases } from '../assignment/leaving-usecases.ts'
import type { StepReadingUsecases } from '../step/reading-usecases.ts'
import type { StepReplies } from '../step/reply-handlers.ts'
import type { NextStepSeen } from '../step/seen.ts'
import { newsText, stillNews } from './cards.ts'
import type { StepClockUsecases } from './usecases.ts'

type StepMessage = Pick<Message, 'id' | 'round' | 'subject'>

type Parts = {
  readonly reading: Pick<StepReadingUsecases, 'show'>
  readonly clock: StepClockUsecases
  readonly leaving: Pick<StepErasureUsecases, 'move'>
  readonly messages: Pick<MessageUsecases, 'claim' | 'drop' | 'show'>
  readonly words: (language: Language) => Words
}

const messageInput = z.object({ message: z.string().regex(ID) })

/** What becomes of steps by the clock, and how people hear of it. */
export function stepMessageHandlers(parts: Parts, { one, context }: StepReplies): Handlers {
  const { reading, clock, leaving, messages } = parts

  async function messageReply(actor: Actor, step: NextStepSeen, message: StepMessage): Promise<Reply> {
    const { words } = context(actor)
    const news = newsText(context(actor), step, message.subject)
    const reply = await one(actor, step, undefined, { told: news, ...foot(words, message) })
    return { ...reply, summary: `${news} ${reply.summary}`.trim() }
  }

  const shown = (actor: Actor, { subject }: StepMessage) => reading.show(actor, String(subject.step))

  /** Nothing of a step whose news is over. */
  async function drawn(actor: Actor, message: StepMessage): Promise<Reply | undefined> {
    const step = await shown(actor, message)
    return stillNews(step, message.subject) ? messageReply(actor, step, message) : undefined
  }

  const quietly =
    (work: (step: string, payload: Readonly<Record<string, string | number>>) => Promise<void>) =>
    async ({ payload }: { readonly payload: Readonly<Record<string, string | number>> }) => {
      await work(String(payload.step), payload)
      return []
    }
  const moved = async ({ payload }: { readonly payload: Readonly<Record<string, string | number>> }) => {
    await leaving.move(String(payload.person), String(payload.direction))
    return []
  }

  return {
    verbs: {
      'steps.message': async (actor, { data }) => {
        const message = await messages.show(actor, parse(messageInput, data).message)
        return messageReply(actor, await shown(actor, message), message)
      },
    },
    facts: {
      'steps.tell': ({ payload }) => drawClaimed(messages, String(payload.message), drawn),
      'steps.due': quietly((step, { due }) => clock.late(step, String(due))),
      'steps.recall': quietly((step, { due }) => clock.recall(step, String(due))),
      'steps.kept': quietly(step => clock.kept(step)),
      'steps.promising': quietly(step => clock.promised(step)),
      'steps.asked': quietly((step, { turn }) => clock.asked(step, Number(turn))),
      'steps.back': quietly((step, { turn }) => clock.back(step, Number(turn))),
      'people.direction-chosen': moved,
      'people.moved': moved,
    },
  }
}
