import { WEEK } from '../../../../kernel/time/week.ts'
import type { NudgeRuleView } from '../../../contract/programme/method.ts'
import { capitalised } from '../../parts/words/capital.ts'
import type { Translator } from '../../parts/words/translator.ts'

const KINDS = {
  digest: 'method.rule.digest',
  'workshop-week': 'method.rule.workshop-week',
  'workshop-tomorrow': 'method.rule.workshop-tomorrow',
  'axis-silent': 'method.rule.axis-silent',
  'ideas-waiting': 'method.rule.ideas-waiting',
  'ballot-closing': 'method.rule.ballot-closing',
  horizons: 'method.rule.horizons',
  'my-workshop-tomorrow': 'method.rule.my-workshop-tomorrow',
  'my-ballot-closing': 'method.rule.my-ballot-closing',
  'my-horizon': 'method.rule.my-horizon',
} as const

const WEEKDAYS = {
  monday: 'weekday.monday',
  tuesday: 'weekday.tuesday',
  wednesday: 'weekday.wednesday',
  thursday: 'weekday.thursday',
  friday: 'weekday.friday',
  saturday: 'weekday.saturday',
  sunday: 'weekday.sunday',
} as const

/** « 7 h », « 7:00 »: a wall clock, whatever the zone. */
export function clockText({ language }: Translator, time: string): string {
  const [hour = '0', minute = '00'] = time.split(':')
  if (language === 'en') return `${Number(hour)}:${minute.padStart(2, '0')}`
  return `${Number(hour)}\u00A0h${Number(minute) === 0 ? '' : `\u00A0${minute.padStart(2, '0')}`}`
}

export function ruleText({ say }: Translator, { kind }: NudgeRuleView): string {
  const known = Object.hasOwn(KINDS, kind) ? (kind as keyof typeof KINDS) : undefined
  return known ? say(KINDS[known]) : kind
}

/** « Lundi, mardi »: French raises the first alone. */
export function weekdaysText(
  { say, language }: Translator,
  days: readonly (keyof typeof WEEKDAYS)[],
): string {
  const names = days.map(day => say(WEEKDAYS[day]))
  return language === 'fr' ? capitalised(names.join(', ').toLowerCase()) : names.join(', ')
}

/** « Chaque jour à 7 h », « Jeudi à 7 h »; a more complex pattern is shown as it is. */
export function whenText(translator: Translator, { at }: NudgeRuleView): string {
  const [minute = '', hour = '', day, month, weekday = '*'] = at.split(' ')
  const time = clockText(translator, `${hour}:${minute}`)
  if (!/^\d+$/.test(minute) || !/^\d+$/.test(hour) || day !== '*' || month !== '*') return at
  if (weekday === '*') return translator.say('method.when.daily', { time })
  if (!/^[0-7](,[0-7])*$/.test(weekday)) return at
  const days = weekday.split(',').map(number => WEEK[(Number(number) + 6) % 7] ?? 'monday')
  return translator.say('method.when.days', {
    days: weekdaysText(translator, days),
    time,
  })
}

export function measuresText(
  { say }: Translator,
  { measures: { days, patience, every }, off }: NudgeRuleView,
): string {
  return [
    off ? say('method.rule.off') : '',
    days ? say('method.rule.days', { count: Number(days) }) : '',
    patience ? say('method.rule.patience', { count: Number(patience) }) : '',
    every ? say('method.rule.every', { count: Number(every) }) : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
