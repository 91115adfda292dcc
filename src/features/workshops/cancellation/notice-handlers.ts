import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { type AnswerContext, answerReply } from '../registration/handlers.ts'
import type { RegistrationAnswer, WorkshopSeen } from '../workshop/domain.ts'
import type { NoticeMessage, NoticeRenderer } from '../workshop/message-handlers.ts'
import type { WorkshopReadUsecases } from '../workshop/usecases.ts'
import { calledOffCard, calledOffSentence, seriesOffSentence } from './cards.ts'
import type { CallOffUsecases } from './usecases.ts'

type Parts = AnswerContext & {
  readonly workshops: Pick<WorkshopReadUsecases, 'show'>
  readonly callOffs: Pick<CallOffUsecases, 'seriesOf' | 'offersFor'>
}

/** Alternative days in one message, each with a button. */
const OFFERS = 3
const CONCERNED: readonly (RegistrationAnswer | undefined)[] = ['yes', 'offered', 'waiting']

const isOff = ({ stage }: WorkshopSeen) => stage === 'cancelled' || stage === 'postponed'

/** The notice that a workshop or series is cancelled or postponed, with other days that have seats. */
export function cancellationNotice(parts: Parts): NoticeRenderer {
  const { workshops, callOffs, programme, words, calendarOf } = parts

  /** All days of the series, as the person sees them. */
  async function daysFor(actor: Actor, workshop: WorkshopSeen): Promise<readonly WorkshopSeen[]> {
    const series = await callOffs.seriesOf(workshop)
    const told = series?.days.filter(({ stage }) => stage !== 'draft') ?? []
    const seen = []
    for (const { id } of told) seen.push(await workshops.show(actor, id))
    return seen
  }

  const offersFor = async (actor: Actor, workshop: WorkshopSeen) =>
    (await callOffs.offersFor(actor, workshop)).slice(0, OFFERS)

  async function reply(actor: Actor, told: NoticeMessage, workshop: WorkshopSeen): Promise<Reply> {
    // It has a date again, or is cancelled for good: shows the current state.
    if (!isOff(workshop)) return answerReply(parts, actor, workshop)
    const context = { words: words(actor.language), programme }
    const series = await callOffs.seriesOf(workshop)
    const days = await daysFor(actor, workshop)
    const whole = told.subject.series !== '' && series !== undefined
    const title = whole
      ? seriesOffSentence(context.words, series, workshop.reason)
      : calledOffSentence(context.words, workshop)
    const mine = days.filter(day => day.stage === 'cancelled' && CONCERNED.includes(day.mine))
    const card = calledOffCard(context, {
      days: whole ? mine : [workshop],
      offers: whole || workshop.stage !== 'cancelled' ? [] : await offersFor(actor, workshop),
      calendar: workshop.mine === 'yes' ? calendarOf(workshop.id) : '',
      message: told,
    })
    const notice = { tone: 'warning', title } as const
    return { card, language: actor.language, summary: title, notice }
  }

  return {
    isVoid: ({ subject }, workshop) =>
      !isOff(workshop) || workshop.revision !== subject.revision || !CONCERNED.includes(workshop.mine),
    reply,
  }
}

/** Both notices share a topic: picks the cancellation's or the move's by the message's subject. */
export function moveOrCancellationNotice(off: NoticeRenderer, other: NoticeRenderer): NoticeRenderer {
  const of = ({ subject }: NoticeMessage) => (subject.off === undefined ? other : off)
  return {
    isVoid: (told, workshop, actor) => of(told).isVoid(told, workshop, actor),
    reply: (actor, told, workshop) => of(told).reply(actor, told, workshop),
  }
}
