import { DAY } from './clock.ts'

/** How long after its end the list of who came to a workshop can be corrected: paper lists are copied on the next day. */
export const LIST_TIME = DAY
