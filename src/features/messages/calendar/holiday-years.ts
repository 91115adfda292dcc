import Holidays from 'date-holidays'
import { DAY } from '../../../kernel/time/clock.ts'

/** All public holidays of one year, `YYYY-MM-DD`; one may last several days. */
function daysOf(library: Holidays, year: number): string[] {
  return (library.getHolidays(year) ?? [])
    .filter(({ type }) => type === 'public')
    .flatMap(({ date, start, end }) => {
      const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`)
      const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY))
      return Array.from({ length }, (_, at) => new Date(first + at * DAY).toISOString().slice(0, 10))
    })
}

// Runs in a child process started by holidays.ts: nothing else may import this file. `node holiday-years.js FR 57 2027
// 2028`
const [country = '', region = '', ...years] = process.argv.slice(2)
const library = new Holidays(country, region)
process.send?.(years.flatMap(year => daysOf(library, Number(year))))
