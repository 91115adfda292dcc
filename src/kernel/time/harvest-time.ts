import { DAY } from './clock.ts'

/** How long after its end a workshop's ideas may still be typed: sheets of paper come back to the office. */
export const HARVEST_TIME = 7 * DAY
