import type { Key, Words } from '../../i18n/words.ts'
import { momentOf } from '../../kernel/time/time-zone.ts'
import { mondayOf } from '../../kernel/time/week.ts'
import type { DataLine } from './domain.ts'

export type LabelledValue = { readonly label: string; readonly value: string }

/** Columns shown for the account only: in other rows they would repeat who one is. */
const ACCOUNT = ['name', 'object_id', 'tenant', 'role', 'direction', 'language', 'created_at'] as const
/** Labels of further columns on the page, in this order; the file has all columns. */
const LABELS = [
  ...ACCOUNT,
  'took_part_at',
  'horizon',
  'due',
  'starts_at',
  'offered_until',
  'per_week',
  'days_off',
  'paused_until',
  'week',
  'sent_at',
  'answered_at',
  'acted_at',
  'edited_at',
  'settled_at',
  'ended_at',
  'expires_at',
  'decided_on',
  'day',
  'value',
] as const

/** `nameOf`: name of a Direction. */
export type RightsContext = { readonly words: Words; readonly nameOf: (direction: string) => string }

/** « mercredi, vendredi » of `wednesday,friday` */
function daysText({ say, language }: Words, days: string): string {
  const text = days
    .split(',')
    .map(day => say(`weekday.${day}` as Key))
    .join(', ')
  return language === 'fr' ? text.toLocaleLowerCase(language) : text
}

/** « mercredi 30 juin 2027 » of `2027-06-30` */
function dateText({ day, zone }: Words, date: string): string {
  return day(momentOf(date, '12:00', zone) ?? 0)
}

/** « mercredi 30 juin 2027 à 9 h 30 » */
function momentText({ say, day, time }: Words, at: number): string {
  return say('workshop.moment', { day: day(at), time: time(at) })
}

type Row = DataLine['row']

/** « Français simple », and for a contributor's language « Français · breton ». `wording`: what of it was chosen. */
function languageText({ say, language }: Words, whole: string, wording: Row[string] | undefined): string {
  if (wording === 'simple') return say('language.simple')
  const name = say(`language.${whole}` as Key)
  if (typeof wording !== 'string') return name
  const tag = wording.replace(/^x-/, '')
  return `${name} · ${new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag}`
}

function saidOf(
  { words, nameOf }: RightsContext,
  label: (typeof LABELS)[number],
  value: string | number,
  row: Row,
): string {
  const { say, day } = words
  const text = String(value)
  switch (label) {
    case 'direction':
      return nameOf(text)
    case 'role':
      return say(`role.${text}` as Key)
    case 'language':
      return say(row.language_chosen === 1 ? 'data.language.chosen' : 'data.language.client', {
        language: languageText(words, text, row.wording),
      })
    case 'days_off':
      return daysText(words, text)
    case 'week':
      return dateText(words, mondayOf(text))
    case 'horizon':
    case 'due':
    case 'paused_until':
    case 'decided_on':
    case 'day':
      return dateText(words, text)
    case 'value':
      return new Intl.NumberFormat(words.language, { maximumFractionDigits: 3 }).format(Number(value))
    case 'starts_at':
    case 'offered_until':
      return momentText(words, Number(value))
    default:
      return label.endsWith('_at') ? day(Number(value)) : text
  }
}

/** Facts of a row besides its text. `except`: the column shown already. */
export function factsOf(
  context: RightsContext,
  { name, row }: DataLine,
  except?: string,
): readonly LabelledValue[] {
  return LABELS.flatMap(label => {
    const value = row[label]
    if (value === null || value === undefined || value === '' || label === except) return []
    if (name !== 'person.id' && ACCOUNT.some(one => one === label)) return []
    return [{ label: context.words.say(`data.label.${label}`), value: saidOf(context, label, value, row) }]
  })
}
