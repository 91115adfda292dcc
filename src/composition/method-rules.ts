import { calendarOf, placeFault } from '../features/messages/calendar/holidays.ts'
import { wordFaults } from '../i18n/overrides.ts'
import { EXPIRIES } from './expiries.ts'
import { USAGE_COUNTS } from './usage-counts.ts'

/** Validation of a method file against what the running server provides, beside its own rules. */
export const METHOD_RULES = {
  usageCounts: USAGE_COUNTS,
  expiries: EXPIRIES,
  words: wordFaults,
  placeFault,
  closedFrom: async (calendar: Parameters<typeof calendarOf>[0], now: number) =>
    (await calendarOf(calendar)(now)).closed,
}
