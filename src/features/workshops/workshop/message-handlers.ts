import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Outgoing, Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Message, MessageUsecases, Topic } from '../../messages/index.ts'
import type { WorkshopSeen } from './domain.ts'
import type { WorkshopReadUsecases } from './usecases.ts'

/** The stored message that a notice about a workshop is rendered from. */
export type NoticeMessage = Pick<Message, 'id' | 'round' | 'subject'>

/** Renders the notices of one topic. */
export type NoticeRenderer = {
  /** Whether the notice is obsolete: it is then not sent. */
  readonly isVoid: (
    message: NoticeMessage,
    workshop: WorkshopSeen,
    actor: Actor,
  ) => boolean | Promise<boolean>
  readonly reply: (actor: Actor, message: NoticeMessage, workshop: WorkshopSeen) => Reply | Promise<Reply>
}

type Parts = {
  readonly workshops: Pick<WorkshopReadUsecases, 'show'>
  readonly messages: Pick<MessageUsecases, 'claim' | 'drop' | 'show'>
  readonly renderers: Readonly<Partial<Record<Topic, NoticeRenderer>>>
}

const pressedOn = z.object({ message: z.string().regex(ID) })

/** Sends notices about workshops, and renders them again on request with the current state. */
export function noticeHandlers({ workshops, messages, renderers }: Parts): Handlers {
  const workshopOf = (actor: Actor, { subject }: NoticeMessage) =>
    workshops.show(actor, String(subject.workshop))

  async function tell(ticket: string): Promise<readonly Outgoing[]> {
    const claimed = await messages.claim(ticket)
    if (!claimed) return []
    const { actor, to, key, topic } = claimed
    const workshop = await workshopOf(actor, claimed).catch(error => {
      if (error instanceof Refusal) return undefined
      throw error
    })
    const renderer = renderers[topic]
    if (renderer && workshop && !(await renderer.isVoid(claimed, workshop, actor)))
      return [{ to, key, reply: await renderer.reply(actor, claimed, workshop) }]
    await messages.drop(claimed.id)
    return []
  }

  /** The message again, with the current state. */
  async function message(actor: Actor, { data }: Pressed): Promise<Reply> {
    const stored = await messages.show(actor, parse(pressedOn, data).message)
    const renderer = renderers[stored.topic]
    if (!renderer) throw new Refusal('gone')
    return renderer.reply(actor, stored, await workshopOf(actor, stored))
  }

  return {
    verbs: { 'workshops.message': message },
    facts: { 'workshops.tell': ({ payload }) => tell(String(payload.message)) },
  }
}
