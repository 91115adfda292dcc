import { DAY } from '../../kernel/clock.ts'
import type { Calendar } from './calendar.ts'

/** The part of the method file's `messages` that says when nobody works. */
type Rules = Pick<Calendar, 'hours'> & {
  readonly country: string
  readonly closures: readonly { readonly from: string; readonly until: string }[]
}

type Library = InstanceType<typeof import('date-holidays')['default']>

/** Every day of a country's public holidays in one year. */
function holidaysOf(library: Library, year: number): ReadonlySet<string> {
  const days = new Set<string>()
  for (const { date, type, start, end } of library.getHolidays(year) ?? []) {
    if (type !== 'public') continue
    const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`)
    const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY))
    for (let at = 0; at < length; at++) days.add(new Date(first + at * DAY).toISOString().slice(0, 10))
  }
  return days
}

/**
 * The programme's calendar. The days come from date-holidays (CC-BY-3.0), 40 MB once loaded: it is brought in when a
 * message is first told, never at start.
 */
export function calendarOf({ hours, country, closures }: Rules): () => Promise<Calendar> {
  let loading: Promise<Calendar> | undefined
  const load = async (): Promise<Calendar> => {
    const { default: Holidays } = await import('date-holidays')
    const library = new Holidays(country)
    const years = new Map<string, ReadonlySet<string>>()
    const isHoliday = (day: string) => {
      const year = day.slice(0, 4)
      const known = years.get(year) ?? holidaysOf(library, Number(year))
      years.set(year, known)
      return known.has(day)
    }
    const isClosure = (day: string) => closures.some(({ from, until }) => from <= day && day <= until)
    return { hours, closed: day => isClosure(day) || isHoliday(day) }
  }
  return () => {
    loading ??= load()
    return loading
  }
}
