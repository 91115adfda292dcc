import type { Words } from '../../../i18n/words.ts'
import { isToCome, type WorkshopSeen } from '../workshop/domain.ts'
import { isKept, isLapsed, isOpen, momentText } from '../workshop/stage-cards.ts'

function offeredText(words: Words, { startsAt, offeredUntil = startsAt }: WorkshopSeen) {
  const title = words.say('workshop.freed', { date: words.shortDay(startsAt) })
  return { title, text: words.say('workshop.freed.sub', { moment: momentText(words, offeredUntil) }) }
}

/**
 * The person's current answer in words; undefined without one, or where nobody is expected. `came`: they were checked
 * in.
 */
export function answerNotice(words: Words, workshop: WorkshopSeen, came = false) {
  const { say } = words
  const { mine, stage, rank = 1, confirmHours: hours } = workshop
  if (came) return { tone: 'good', title: say('checkin.done') } as const
  if (isKept(workshop)) return { tone: 'warning', ...offeredText(words, workshop) } as const
  if (isLapsed(workshop)) {
    return { tone: 'warning', title: say('workshop.lapsed'), text: say('workshop.lapsed.sub') } as const
  }
  if (workshop.reminded && isToCome(stage) && !isOpen(workshop)) {
    const title = say('workshop.reminded', { moment: momentText(words, workshop.opensAt ?? 0) })
    return { tone: 'good', title } as const
  }
  if (mine === 'waiting' && isToCome(stage)) {
    const title = say('workshop.waiting', { rank })
    return { tone: 'good', title, text: say('workshop.waiting.sub', { hours }) } as const
  }
  // The badge of a workshop that is over or cancelled says it already.
  if ((mine !== 'yes' && mine !== 'no') || stage === 'cancelled' || stage === 'over') return undefined
  if (stage === 'postponed') {
    return mine === 'yes' ? ({ tone: 'good', title: say('workshop.postponed.kept') } as const) : undefined
  }
  return { tone: 'good', title: say(mine === 'yes' ? 'workshop.joined' : 'workshop.declined') } as const
}
