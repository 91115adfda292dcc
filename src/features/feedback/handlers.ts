import { z } from 'zod'
import type { Handlers } from '../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../conversation/protocol/incoming.ts'
import type { Notice, Outgoing, Reply } from '../../conversation/protocol/reply.ts'
import type { Words } from '../../i18n/words.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { parse } from '../../kernel/requests/parse.ts'
import { ID } from '../../kernel/text/id-format.ts'
import type { Language } from '../../kernel/text/language.ts'
import { fingerprint } from '../../kernel/text/text.ts'
import type { Message, MessageUsecases } from '../messages/index.ts'
import type { WorkshopUsecases } from '../workshops/index.ts'
import { absenceCard, feedbackCard, feedbackSummary, type TypedFeedback } from './cards.ts'
import { saidOf } from './domain.ts'
import { askingOf } from './facts.ts'
import type { FeedbackUsecases } from './usecases.ts'

type Parts = {
  readonly feedback: FeedbackUsecases
  readonly workshops: Pick<WorkshopUsecases, 'show'>
  readonly messages: Pick<MessageUsecases, 'claim' | 'drop' | 'show'>
  readonly words: (language: Language) => Words
}

type AskingMessage = Pick<Message, 'id' | 'round' | 'subject'>

// Fields that are not text count as empty.
const typed = z.string().catch('')
const pressedOn = z.object({ message: z.string().regex(ID), rating: typed, text: typed })
/** `sure`: it was confirmed. */
const missedOn = z.object({
  message: z.string().regex(ID),
  sure: z.literal(true).optional().catch(undefined),
})

const workshopIn = ({ subject }: AskingMessage) => String(subject.workshop)

/** Asks participants for feedback on a workshop, and takes it. */
export function feedbackHandlers({ feedback, workshops, messages, words }: Parts): Handlers {
  async function reply(
    actor: Actor,
    asking: AskingMessage,
    filled?: TypedFeedback,
    notice?: Notice,
  ): Promise<Reply> {
    const w = words(actor.language)
    const workshop = await workshops.show(actor, workshopIn(asking))
    const status = await feedback.statusOf(actor, workshop.id)
    const card = feedbackCard(w, asking, workshop, status, filled)
    const summary = notice?.title ?? feedbackSummary(w, workshop)
    return { card, language: actor.language, summary, ...(notice && { notice }) }
  }

  /** Undefined for who answered in the tab before the message was sent. */
  async function stillAsked(actor: Actor, asking: AskingMessage): Promise<Reply | undefined> {
    const { given } = await feedback.statusOf(actor, workshopIn(asking))
    return given ? undefined : reply(actor, asking)
  }

  async function tell(ticket: string): Promise<readonly Outgoing[]> {
    const claimed = await messages.claim(ticket)
    if (!claimed) return []
    const { actor, to, key, id } = claimed
    const asked = await stillAsked(actor, claimed).catch(error => {
      if (error instanceof Refusal) return undefined
      throw error
    })
    if (asked) return [{ to, key, reply: asked }]
    await messages.drop(id)
    return []
  }

  async function message(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { message: id, ...filled } = parse(pressedOn, data)
    return reply(actor, await messages.show(actor, id), filled)
  }

  async function give(actor: Actor, { data, place, id: delivered }: Pressed): Promise<Reply> {
    const { message: id, rating, text } = parse(pressedOn, data)
    const asking = await messages.show(actor, id)
    // Key of the press alone: one that included the answer would reveal it.
    const delivery = fingerprint(place.key, delivered)
    const kept = await feedback.give(actor, workshopIn(asking), saidOf(rating, text), delivery)
    const { say } = words(actor.language)
    const notice = { tone: 'good', title: say(kept ? 'feedback.done' : 'feedback.first') } as const
    return reply(actor, asking, undefined, notice)
  }

  /** Asks for confirmation first: an entry on the roll looks like an answer, and cannot be removed. */
  async function missed(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { message: id, sure } = parse(missedOn, data)
    const { language } = actor
    const asking = await messages.show(actor, id)
    const workshop = await workshops.show(actor, workshopIn(asking))
    const w = words(language)
    const before = await feedback.statusOf(actor, workshop.id)
    if (!sure && before.open && !before.given) {
      const card = absenceCard(w, asking, workshop, before)
      return { card, language, summary: card.data.title }
    }
    await feedback.missed(actor, workshop.id)
    const { say } = w
    const notice = { tone: 'good', title: say('feedback.missed'), text: say('feedback.missed.sub') } as const
    const status = await feedback.statusOf(actor, workshop.id)
    const drawn = feedbackCard(w, asking, workshop, status)
    // The card's sentence about given feedback does not apply to them.
    const card = { ...drawn, data: { ...drawn.data, sentence: '' } }
    return { card, language, summary: notice.title, notice }
  }

  return {
    verbs: {
      'feedback.message': message,
      'feedback.give': { run: give, redraw: message },
      'feedback.missed': { run: missed, redraw: message },
    },
    facts: {
      'workshops.changed': async ({ payload }) => {
        await feedback.begin(String(payload.workshop))
        return []
      },
      'feedback.ask': async fact => {
        await feedback.ask(askingOf(fact))
        return []
      },
      'feedback.tell': ({ payload }) => tell(String(payload.message)),
      'feedback.close': async ({ payload }) => {
        await feedback.close(String(payload.workshop))
        return []
      },
      'feedback.scrub': async () => {
        await feedback.scrub()
        return []
      },
    },
  }
}
