import type { KeptDayView } from '../../../contract/attendance.ts'
import type { Translator } from '../words/translator.ts'

/** « 6 places prises sur 6, dont 1 proposée »: a seat that is offered is free for nobody else. */
export function seatsText({ seats, capacity, offers }: KeptDayView, { say }: Translator): string {
  return offers !== undefined
    ? say('organiser.seats.offered', { seats, capacity, offers })
    : say('organiser.seats', { seats, capacity })
}
