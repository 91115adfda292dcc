import { wrong } from '../../../kernel/errors/method-faults.ts'
import { WEEK, type Weekday } from '../../../kernel/time/week.ts'
import type { CalendarRules } from '../programme/domain.ts'
import { MEASURES, type NudgeRule, USUAL_RULES } from '../programme/nudge-rule.ts'
import { yamlLine } from '../schema/examples.ts'
import type { Misplaced } from './schema-faults.ts'

/** In minutes. */
const DAY = 24 * 60

type Week = Pick<CalendarRules, 'days' | 'hours'>

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return (hours ?? 0) * 60 + (minutes ?? 0)
}

/** Weekdays and minute at which a rule runs. In cron, Sunday is both 0 and 7. */
function looksOf(at: string): { readonly weekdays: readonly Weekday[]; readonly minute: number } {
  const [minute, hour, , , weekday = '*'] = at.split(' ')
  const numbers = weekday === '*' ? ['0-6'] : weekday.split(',')
  const named = new Set<Weekday | undefined>()
  for (const span of numbers) {
    const [first = 0, last = first] = span.split('-').map(Number)
    for (let day = first; day <= last; day++) named.add(WEEK[(day + 6) % 7])
  }
  return { weekdays: WEEK.filter(day => named.has(day)), minute: minutesOf(`${hour}:${minute}`) }
}

/** Minutes from a run until the bot may write next, without public holidays and closures. */
function waitFrom(weekday: Weekday, minute: number, { days, hours }: Week): number {
  const [from, until] = [minutesOf(hours.from), minutesOf(hours.until)]
  if (days.includes(weekday) && minute < until) return Math.max(0, from - minute)
  const ahead = WEEK.findIndex((_, at) =>
    days.includes(WEEK[(WEEK.indexOf(weekday) + at + 1) % 7] ?? weekday),
  )
  return (ahead + 1) * DAY + from - minute
}

/** Minutes from a run until its last finding is obsolete. */
function lastsFor({ kind, days = 0 }: NudgeRule, minute: number): number {
  switch (kind) {
    // On the day before only.
    case 'workshop-tomorrow':
    case 'my-workshop-tomorrow':
      return DAY - minute
    // Its last day belongs to another rule.
    case 'workshop-week':
      return (days - 1) * DAY
    case 'ballot-closing':
    case 'my-ballot-closing':
      return days * DAY
    // Until the end of the day.
    case 'horizons':
    case 'my-horizon':
      return (days + 1) * DAY - minute
    default:
      return Number.POSITIVE_INFINITY
  }
}

function isInTime(rule: NudgeRule, week: Week): boolean {
  const { weekdays, minute } = looksOf(rule.at)
  return weekdays.some(day => waitFrom(day, minute, week) < lastsFor(rule, minute))
}

const usualOf = ({ kind }: NudgeRule) => USUAL_RULES.find(usual => usual.kind === kind)?.at

function lateWrong(rule: NudgeRule, at: number, week: Week): Misplaced[] {
  if (isInTime(rule, week)) return []
  const { kind, days } = rule
  if (days !== undefined && isInTime({ ...rule, days: MEASURES[kind].days }, week)) {
    const said = wrong(days === 1 ? 'late-day' : 'late-days', { kind, days: String(days) })
    return [{ path: ['nudges', at, 'days'], ...said, example: yamlLine('days', MEASURES[kind].days) }]
  }
  return [{ path: ['nudges', at, 'at'], ...wrong('late', { kind }), example: yamlLine('at', usualOf(rule)) }]
}

/** A digest is weekly: it replaces other rules on the days on which it runs. */
function digestWrong(rule: NudgeRule, at: number, isFirst: boolean): Misplaced[] {
  if (!isFirst) {
    return [{ path: ['nudges', at, 'kind'], ...wrong('digest-second'), example: yamlLine('off', true) }]
  }
  if (looksOf(rule.at).weekdays.length === 1) return []
  return [{ path: ['nudges', at, 'at'], ...wrong('digest-days'), example: yamlLine('at', usualOf(rule)) }]
}

/** Enabled rules whose messages would always come too late, or too often. */
export function nudgeWrongs(rules: readonly NudgeRule[], week: Week): Misplaced[] {
  const digest = rules.find(({ kind, off }) => kind === 'digest' && !off)
  return rules.flatMap((rule, at) => {
    if (rule.off) return []
    return rule.kind === 'digest' ? digestWrong(rule, at, rule === digest) : lateWrong(rule, at, week)
  })
}
