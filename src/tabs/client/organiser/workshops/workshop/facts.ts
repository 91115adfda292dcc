import type { KeptDayView, KeptView, ScreenView } from '../../../../contract/attendance.ts'
import type { Speech } from '../../../parts/words/translator.ts'
import { seatsText } from '../../../parts/workshops/seats-text.ts'

/** « jeudi 3 juin, 14 h à 17 h, Toulouse » */
export function whenAndWhere({ startsAt, endsAt, place }: KeptView, speech: Speech): string {
  const { say, time, shortDay } = speech
  const hours = say('tab.hours', { from: time(startsAt), to: time(endsAt) })
  const when = `${shortDay(startsAt)}, ${hours}`
  return place ? say('tab.at', { when, place }) : when
}

/** « 6 places prises sur 6, dont 1 proposée · 2 en attente ». Nobody waits any more once it is over, or does not take place. */
export function seatsOf(workshop: KeptDayView, speech: Speech): string {
  const { waiting, over, off } = workshop
  const taken = seatsText(workshop, speech)
  const waits = waiting > 0 && !over && !off
  return waits ? `${taken} · ${speech.say('organiser.waiting', { waiting })}` : taken
}

/** « 1 présence · 3 places prises sur 4 » */
export function presentText({ present, workshop }: ScreenView, speech: Speech): string {
  return `${speech.say('day.present', { present })} · ${seatsOf(workshop, speech)}`
}
