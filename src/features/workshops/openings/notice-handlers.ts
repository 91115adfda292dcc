import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { may } from '../../../kernel/access/permission.ts'
import { messageCard } from '../registration/cards.ts'
import { type AnswerContext, meansOf } from '../registration/handlers.ts'
import { openDays } from '../series/domain.ts'
import type { SeriesUsecases } from '../series/usecases.ts'
import { comes, type WorkshopSeen } from '../workshop/domain.ts'
import type { NoticeMessage, NoticeRenderer } from '../workshop/message-handlers.ts'
import { isOpen } from '../workshop/stage-cards.ts'
import type { WorkshopReadUsecases } from '../workshop/usecases.ts'
import { seriesOpeningCard } from './cards.ts'
import { OPENING_PERMISSIONS, thingOf } from './domain.ts'
import type { OpeningUsecases } from './usecases.ts'

type Parts = Pick<AnswerContext, 'programme' | 'words' | 'calendarOf'> & {
  readonly workshops: Pick<WorkshopReadUsecases, 'show'>
  readonly series: Pick<SeriesUsecases, 'posted'>
  readonly openings: Pick<OpeningUsecases, 'revive'>
  readonly isClosed: () => Promise<boolean>
}

const TAKEN = ['announced', 'full']

/** Registration is open: one message, whatever the number of days. */
export function openingNotice(parts: Parts): NoticeRenderer {
  const { workshops, series, openings, programme, words, calendarOf, isClosed } = parts

  const seriesOf = async ({ subject }: NoticeMessage) =>
    subject.series === undefined ? undefined : series.posted(String(subject.series))

  /** What can be registered for, as the person sees it. */
  async function daysFor(actor: Actor, message: NoticeMessage, workshop: WorkshopSeen) {
    const whole = await seriesOf(message)
    if (!whole) return [workshop]
    const days = []
    for (const { id } of whole.days.filter(({ stage }) => stage !== 'draft'))
      days.push(await workshops.show(actor, id))
    return days
  }

  return {
    /** They may not register, did, or said no; or nothing is open: then they are told when it is after all. */
    async isVoid(message, workshop, actor) {
      if (!may(OPENING_PERMISSIONS.remind, actor.role) || (await isClosed())) return true
      const days = await daysFor(actor, message, workshop)
      if (days.some(({ mine }) => comes(mine))) return true
      if (message.subject.series === undefined && workshop.mine === 'no') return true
      if (days.some(day => TAKEN.includes(day.stage) && isOpen(day))) return false
      await openings.revive(actor.id, thingOf(workshop))
      return true
    },

    async reply(actor, message, workshop): Promise<Reply> {
      const { language } = actor
      const context = { words: words(language), programme }
      const notice = { tone: 'good', title: context.words.say('workshop.opened') } as const
      const whole = await seriesOf(message)
      const open = whole && openDays(whole).length > 0
      const summary = context.words.say('workshop.opened.summary', { title: whole?.title ?? workshop.title })
      const card = whole
        ? seriesOpeningCard(context, whole, message)
        : messageCard(context, workshop, meansOf(actor, calendarOf(workshop.id)), message)
      const told =
        open || (!whole && isOpen(workshop) && TAKEN.includes(workshop.stage) && !comes(workshop.mine))
      return { card, language, summary, ...(told && { notice }) }
    },
  }
}
