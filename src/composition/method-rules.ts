import { calendarOf, placeFault } from '../features/messages/calendar/holidays.ts'
import { wordFaults } from '../i18n/overrides.ts'
import { EXPIRIES } from './expiries.ts'
import { STANDINGS } from './usage-counts.ts'

/** What a method file is held against beside its own rules, while the server runs. */
export const METHOD_RULES = {
  standings: STANDINGS,
  expiries: EXPIRIES,
  words: wordFaults,
  placeFault,
  closedFrom: async (calendar: Parameters<typeof calendarOf>[0], now: number) =>
    (await calendarOf(calendar)(now)).closed,
}
