import type { FactsPart } from '../../../cards/parts.ts'
import type { Words } from '../../../i18n/words.ts'
import { dateIn, dayAfter } from '../../../kernel/time/time-zone.ts'
import type { BroadcastGlance } from './progress.ts'

/** « partira demain à 9 h ». `now`: milliseconds. */
export function leavesText(words: Words, leavesAt: number, now: number): string {
  const [day, today] = [dateIn(leavesAt, words.zone), dateIn(now, words.zone)]
  const at = { date: words.shortDay(leavesAt), time: words.time(leavesAt) }
  if (day === today) return words.say('cast.leaves.today', at)
  return words.say(day === dayAfter(today) ? 'cast.leaves.tomorrow' : 'cast.leaves', at)
}

/** When a draft starts by itself, or why it does not. `now`: milliseconds. */
export function planFacts(words: Words, seen: BroadcastGlance, now: number): FactsPart['facts'] {
  const { broadcast, progress } = seen
  const { plan, audience } = broadcast
  if (!plan || (progress.stage !== 'planned' && progress.stage !== 'draft')) return []
  const wanted = { date: words.shortDay(plan.at), time: words.time(plan.at) }
  if (plan.off)
    return [{ icon: 'CalendarCancel', text: words.say(`cast.plan.off.${plan.off}` as const, wanted) }]
  const { leavesAt = plan.at } = progress
  const counted = audience.kind === 'channels' ? 'cast.plan.counted.channels' : 'cast.plan.counted'
  const moved = leavesAt === plan.at ? [] : [{ icon: 'Clock', text: words.say('cast.plan.moved', wanted) }]
  const leaves = leavesText(words, leavesAt, now).replace(/^./u, first =>
    first.toLocaleUpperCase(words.language),
  )
  return [{ icon: 'CalendarClock', text: `${leaves} · ${words.say(counted)}` }, ...moved]
}
