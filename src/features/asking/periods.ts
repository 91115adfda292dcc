import { dateIn, dayAfter, momentOf } from '../../kernel/time/time-zone.ts'
import type { Period, PeriodName } from './domain.ts'
import { findPhrase, type Read, type Token } from './tokens.ts'
import { MONTHS, PERIODS, SINCE, WITHIN } from './vocabulary.ts'

const YEAR = /^20\d{2}$/u
const DAY_OF_MONTH = /^(?:[1-9]|[12]\d|3[01])$/u
/** « depuis le 3 mars »: tokens between the opening and what it opens. */
const ARTICLES = new Set(['le', 'the', 'l', 'annee', 'mois'])

const two = (value: number) => String(value).padStart(2, '0')
const dayOf = (year: number, month: number, day = 1) =>
  `${year + Math.floor((month - 1) / 12)}-${two(((((month - 1) % 12) + 12) % 12) + 1)}-${two(day)}`

type Now = { readonly now: number; readonly zone: string }

/** From the first day up to another, not included. */
function between(name: PeriodName, first: string, after: string, zone: string): Period | undefined {
  const [from, until] = [momentOf(first, '00:00', zone), momentOf(after, '00:00', zone)]
  return from === undefined || until === undefined ? undefined : { name, from, until }
}

function named(name: string, { now, zone }: Now): Period | undefined {
  const today = dateIn(now, zone)
  const [year = 0, month = 0] = today.split('-').map(Number)
  // Monday is 0.
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  const monday = dayAfter(today, -weekday)
  if (name === 'today') return between('today', today, dayAfter(today), zone)
  if (name === 'yesterday') return between('yesterday', dayAfter(today, -1), today, zone)
  if (name === 'week') return between('week', monday, dayAfter(monday, 7), zone)
  if (name === 'last-week') return between('last-week', dayAfter(monday, -7), monday, zone)
  if (name === 'month') return between('month', dayOf(year, month), dayOf(year, month + 1), zone)
  if (name === 'last-month') return between('month', dayOf(year, month - 1), dayOf(year, month), zone)
  const of = name === 'year' ? year : year - 1
  return between('year', dayOf(of, 1), dayOf(of + 1, 1), zone)
}

/** The last such month that has begun, unless a year is said. */
function inMonth(month: number, said: string | undefined, { now, zone }: Now): readonly [number, number] {
  const [year = 0, current = 0] = dateIn(now, zone).split('-').map(Number)
  if (said !== undefined) return [Number(said), month]
  return [month > current ? year - 1 : year, month]
}

/** « en mars », « depuis septembre 2026 », « depuis le 3 mars », « en 2026 », at a token that may open it. */
function openedAt(tokens: readonly Token[], at: number, now: Now): Read<Period> | undefined {
  const opening = tokens[at]?.word ?? ''
  const since = SINCE.has(opening)
  if (!since && !WITHIN.has(opening)) return undefined
  let next = at + 1
  while (ARTICLES.has(tokens[next]?.word ?? '')) next += 1
  const word = tokens[next]?.word ?? ''
  const { zone } = now
  if (YEAR.test(word)) {
    const year = Number(word)
    const end = since ? dateIn(now.now, zone) : dayOf(year, 13)
    const value = between(since ? 'since-year' : 'year', dayOf(year, 1), since ? dayAfter(end) : end, zone)
    return value && { value, at, length: next + 1 - at }
  }
  const day = since && DAY_OF_MONTH.test(word) ? Number(word) : undefined
  const month = MONTHS.get(day === undefined ? word : (tokens[next + 1]?.word ?? ''))
  if (month === undefined) return undefined
  const last = day === undefined ? next : next + 1
  const said = tokens[last + 1]?.word ?? ''
  const [year, of] = inMonth(month, YEAR.test(said) ? said : undefined, now)
  const length = last + (YEAR.test(said) ? 2 : 1) - at
  const tomorrow = dayAfter(dateIn(now.now, zone))
  const value = since
    ? between(day === undefined ? 'since-month' : 'since-day', dayOf(year, of, day), tomorrow, zone)
    : between('month', dayOf(year, of), dayOf(year, of + 1), zone)
  return value && { value, at, length }
}

/** The time that a question speaks of, in the programme’s zone. */
export function periodIn(tokens: readonly Token[], now: Now): Read<Period> | undefined {
  for (const at of tokens.keys()) {
    const found = openedAt(tokens, at, now)
    if (found) return found
  }
  const phrase = findPhrase(PERIODS, tokens)
  const value = phrase && named(phrase.value, now)
  return phrase && value && { ...phrase, value }
}
