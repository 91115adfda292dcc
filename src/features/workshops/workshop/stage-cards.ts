import type { FactsPart, HeaderPart } from '../../../cards/parts.ts'
import { safe } from '../../../cards/text.ts'
import type { Key, Words } from '../../../i18n/words.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import { capitalised } from './capitalisation.ts'
import { isToCome, seatsLeft, type WorkshopSeen } from './domain.ts'
import { isLastDay, registeringUntil } from './key-dates.ts'

type Badge = NonNullable<HeaderPart['badge']>
type Fact = FactsPart['facts'][number]

/** Stages with a badge of their own; all others show free seats. */
const BADGES: Readonly<Partial<Record<WorkshopSeen['stage'], readonly [Key, Badge['tone']]>>> = {
  draft: ['workshop.stage.draft', 'neutral'],
  closed: ['workshop.stage.closed', 'neutral'],
  underway: ['workshop.underway', 'brand'],
  over: ['workshop.over', 'neutral'],
  cancelled: ['workshop.stage.cancelled', 'attention'],
  postponed: ['workshop.stage.postponed', 'warning'],
}

/** Whether registration has opened. */
export function isOpen({ opensAt, now }: Pick<WorkshopSeen, 'opensAt' | 'now'>): boolean {
  return opensAt === null || opensAt <= now
}

type Offer = Pick<WorkshopSeen, 'mine' | 'offeredUntil' | 'now' | 'stage'>

/** Whether the person has an unexpired offer. */
export function isKept({ mine, offeredUntil = 0, now, stage }: Offer): boolean {
  return mine === 'offered' && offeredUntil > now && isToCome(stage)
}

/** Whether their offer expired. */
export function isLapsed({ mine, offeredUntil, now, stage }: Offer): boolean {
  const theirs = mine === 'offered' || mine === 'no'
  return theirs && offeredUntil !== undefined && offeredUntil <= now && isToCome(stage)
}

/** With the number of free seats, in an answer to one person. */
export function badgeOf({ say }: Words, workshop: WorkshopSeen): Badge {
  const [key, tone] = BADGES[workshop.stage] ?? []
  if (key && tone) return { text: say(key), tone }
  if (!isOpen(workshop)) return { text: say('workshop.stage.announced'), tone: 'brand' }
  const count = exact('seats', seatsLeft(workshop))
  return { text: say('workshop.seats', { count }), tone: count === 0 ? 'warning' : 'good' }
}

/** Whether seats are free, on a card that stays while people answer. */
export function postedBadge(words: Words, workshop: WorkshopSeen): Badge {
  const badge = badgeOf(words, workshop)
  const counts = workshop.stage === 'announced' && isOpen(workshop)
  return counts ? { ...badge, text: words.say('workshop.free') } : badge
}

/** « Annulé. Raison : grève des transports »: why nobody is expected. */
export function calledOffFacts({ say }: Words, { stage, reason }: WorkshopSeen): readonly Fact[] {
  if (stage !== 'cancelled' && stage !== 'postponed') return []
  const text = say(`workshop.${stage}.fact`)
  return [
    { icon: 'Info', text: reason === '' ? text : `${text} ${say('workshop.why', { reason: safe(reason) })}` },
  ]
}

/** « jeudi 8 avril à 9 h » */
export function momentText({ say, shortDay, time }: Words, at: number): string {
  return say('workshop.moment', { day: shortDay(at), time: time(at) })
}

function quotaFacts(words: Words, { quotas, reserved, releaseAt, now }: WorkshopSeen): readonly Fact[] {
  if (releaseAt !== null && releaseAt <= now) return []
  const until = releaseAt === null ? '' : momentText(words, releaseAt)
  const quota = words.say(until ? 'workshop.quotas.until' : 'workshop.quotas', { until })
  // Both are released together: the date is given once.
  const key = until && !quotas ? 'workshop.reserved.until' : 'workshop.reserved'
  const kept = words.say(key, { count: exact('seats', reserved), until })
  return [
    ...(quotas ? [{ icon: 'Building', text: quota }] : []),
    ...(reserved > 0 ? [{ icon: 'PersonStar', text: kept }] : []),
  ]
}

/** On the last day of registration, its end, within a line; '' before. */
export function lastDayText(words: Words, workshop: WorkshopSeen): string {
  if (!isLastDay(workshop, workshop.now, words.zone)) return ''
  const until = registeringUntil(workshop)
  const key = until < workshop.startsAt ? 'workshop.lastDay' : 'workshop.today'
  return words.say(key, { time: words.time(until) })
}

function windowText(words: Words, workshop: WorkshopSeen): string {
  const { opensAt, closesAt, now } = workshop
  const last = lastDayText(words, workshop)
  if (last !== '' && isOpen(workshop)) return capitalised(words, last)
  const from = opensAt !== null && opensAt > now ? momentText(words, opensAt) : ''
  const until = closesAt === null ? '' : momentText(words, closesAt)
  if (from && until) return words.say('workshop.window', { from, until })
  if (from) return words.say('workshop.opens', { moment: from })
  return until && words.say('workshop.closes', { moment: until })
}

/** When registration opens and closes, and for whom seats are reserved. */
export function registrationFacts(words: Words, workshop: WorkshopSeen): readonly Fact[] {
  const { stage } = workshop
  if (!isToCome(stage) || stage === 'closed') return []
  const text = windowText(words, workshop)
  return [...(text === '' ? [] : [{ icon: 'Clock', text }]), ...quotaFacts(words, workshop)]
}
