import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Outgoing, Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { Fact } from '../../../kernel/storage/outbox.ts'
import type { Claimed, MessageUsecases } from '../../messages/index.ts'
import { summaryOf } from '../workshop/cards.ts'
import type { WorkshopSeen } from '../workshop/domain.ts'
import type { NoticeMessage, NoticeRenderer } from '../workshop/message-handlers.ts'
import { isKept, isLapsed } from '../workshop/stage-cards.ts'
import type { WorkshopReadUsecases } from '../workshop/usecases.ts'
import { messageCard } from './cards.ts'
import { type AnswerContext, meansOf } from './handlers.ts'
import { answerNotice } from './notice-cards.ts'
import { offerOf, reasonOf } from './offer.ts'
import type { OfferUsecases } from './offer-usecases.ts'

type NoticeParts = Pick<AnswerContext, 'programme' | 'words' | 'calendarOf'>

type Parts = NoticeParts & {
  readonly workshops: Pick<WorkshopReadUsecases, 'show'>
  readonly offers: OfferUsecases
  readonly messages: Pick<MessageUsecases, 'sentMessage'>
}

/** The notice of an offered seat, and of its expiry. */
export function offerNotice({ programme, words, calendarOf }: NoticeParts): NoticeRenderer {
  const isSame = ({ subject }: NoticeMessage, { offeredUntil }: WorkshopSeen) => offeredUntil === subject.at

  function reply(actor: Actor, message: NoticeMessage, workshop: WorkshopSeen): Reply {
    const { language } = actor
    const context = { words: words(language), programme }
    const card = messageCard(context, workshop, meansOf(actor, calendarOf(workshop.id)), message)
    const notice = answerNotice(context.words, workshop)
    return {
      card,
      language,
      summary: notice?.title ?? summaryOf(context, workshop),
      ...(notice && { notice }),
    }
  }

  return { isVoid: (message, workshop) => !isKept(workshop) || !isSame(message, workshop), reply }
}

export function offerHandlers(parts: Parts): Handlers {
  const { workshops, offers, messages } = parts
  const renderer = offerNotice(parts)

  async function edit(message: Claimed, workshop: WorkshopSeen): Promise<Outgoing> {
    const { to, key, actor } = message
    return { to, key, reply: await renderer.reply(actor, message, workshop), editOnly: true }
  }

  /** Edits the notice when the offer expired unanswered. */
  async function lapsed(fact: Fact): Promise<readonly Outgoing[]> {
    const offer = offerOf(fact)
    const message = await messages.sentMessage(offer.person, reasonOf(offer))
    if (!message) return []
    const workshop = await workshops.show(message.actor, offer.workshop)
    if (!isLapsed(workshop) || workshop.offeredUntil !== offer.until) return []
    return [await edit(message, workshop)]
  }

  /** Edits the notice when the person answered in their tab. */
  async function answered(fact: Fact): Promise<readonly Outgoing[]> {
    const offer = offerOf(fact)
    const message = await messages.sentMessage(offer.person, reasonOf(offer))
    return message ? [await edit(message, await workshops.show(message.actor, offer.workshop))] : []
  }

  return {
    facts: {
      'workshops.offered': async fact => {
        await offers.tell(offerOf(fact))
        return []
      },
      'workshops.lapsed': lapsed,
      'workshops.offer-answered': answered,
    },
  }
}
