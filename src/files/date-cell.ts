import type { WholeLanguage } from '../kernel/text/language.ts'
import { DAY } from '../kernel/time/clock.ts'
import { clockIn, dateIn } from '../kernel/time/time-zone.ts'
import type { MomentCell } from './csv-writer.ts'

/** Days that a spreadsheet counts before 1 January 1970. Source: ECMA-376, 18.17.4.1 (1900 date system). */
const BEFORE_1970 = 25_569

function dayText(day: string, language: WholeLanguage): string {
  return language === 'fr' ? day.split('-').toReversed().join('/') : day
}

/** When something was, in `zone`, for a table in that language: a day, or `timed`, with its hour and minute. `at`: milliseconds. */
export function momentCell(at: number, zone: string, language: WholeLanguage, timed = false): MomentCell {
  const [day, clock] = [dateIn(at, zone), clockIn(at, zone)]
  const days = Date.parse(`${day}T${timed ? clock : '00:00'}:00Z`) / DAY + BEFORE_1970
  return { text: timed ? `${dayText(day, language)} ${clock}` : dayText(day, language), days, timed }
}
