import { z } from 'zod'
import type { Handlers } from '../../conversation/handlers.ts'
import type { Pressed } from '../../conversation/incoming.ts'
import type { Outgoing, Reply } from '../../conversation/reply.ts'
import type { Words } from '../../i18n/words.ts'
import type { Actor } from '../../kernel/actor.ts'
import { ID } from '../../kernel/id.ts'
import type { Language } from '../../kernel/language.ts'
import { parse } from '../../kernel/parse.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Message, MessageUsecases } from '../messages/index.ts'
import type { Programme } from '../programme/index.ts'
import { meansOf } from './answer-handlers.ts'
import type { Moved, WorkshopSeen } from './domain.ts'
import { movingOf } from './facts.ts'
import { movedCard, movedSentence } from './moved-cards.ts'
import type { MovedUsecases } from './moved-usecases.ts'
import type { WorkshopUsecases } from './usecases.ts'

type Parts = {
  readonly workshops: Pick<WorkshopUsecases, 'show'>
  readonly moves: MovedUsecases
  readonly messages: Pick<MessageUsecases, 'claim' | 'drop' | 'show'>
  readonly programme: Programme
  readonly words: (language: Language) => Words
  /** Address of a workshop's calendar file. */
  readonly calendarOf: (workshop: string) => string
}

type Told = Pick<Message, 'id' | 'round' | 'subject'>

const pressedOn = z.object({ message: z.string().regex(ID) })

const movedOf = ({ subject }: Told) => String(subject.moved) as Moved

/** Whether what it would say is void: no seat, begun, or said again by what a later move has to say. */
function isVoid(told: Told, { mine, stage, revision, moved }: WorkshopSeen): boolean {
  const overtaken = revision !== told.subject.revision && (moved === 'both' || moved === movedOf(told))
  return mine !== 'yes' || stage !== 'announced' || overtaken
}

/** Tells those who have a seat that they are expected elsewhere or at another time. */
export function movedHandlers(parts: Parts): Handlers {
  const { workshops, moves, messages, programme, words, calendarOf } = parts

  function reply(actor: Actor, told: Told, workshop: WorkshopSeen): Reply {
    const { language } = actor
    const w = words(language)
    const title = movedSentence(w, workshop, movedOf(told))
    const means = meansOf(actor, calendarOf(workshop.id))
    const card = movedCard({ words: w, programme }, workshop, means, told)
    const isNews = workshop.stage === 'announced' && workshop.mine === 'yes'
    return { card, language, summary: title, ...(isNews && { notice: { tone: 'warning', title } }) }
  }

  const workshopOf = (actor: Actor, { subject }: Told) => workshops.show(actor, String(subject.workshop))

  async function tell(ticket: string): Promise<readonly Outgoing[]> {
    const claimed = await messages.claim(ticket)
    if (!claimed) return []
    const { actor, to, key } = claimed
    const workshop = await workshopOf(actor, claimed).catch(error => {
      if (error instanceof Refusal) return undefined
      throw error
    })
    if (workshop && !isVoid(claimed, workshop)) return [{ to, key, reply: reply(actor, claimed, workshop) }]
    await messages.drop(claimed.id)
    return []
  }

  /** Back on the message, as things stand now. */
  async function message(actor: Actor, { data }: Pressed): Promise<Reply> {
    const told = await messages.show(actor, parse(pressedOn, data).message)
    return reply(actor, told, await workshopOf(actor, told))
  }

  return {
    verbs: { 'workshops.message': message },
    facts: {
      'workshops.moved': async fact => {
        await moves.tellSeated(movingOf(fact))
        return []
      },
      'workshops.tell': ({ payload }) => tell(String(payload.message)),
    },
  }
}
