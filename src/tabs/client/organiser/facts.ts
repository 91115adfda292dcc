import type { KeptView } from '../../contract/attendance.ts'
import type { Speech } from '../words/speech.ts'

/** « jeudi 3 juin, 14 h à 17 h, Toulouse » */
export function whenAndWhere({ startsAt, endsAt, place }: KeptView, speech: Speech): string {
  const { say, time, shortDay } = speech
  const hours = say('tab.hours', { from: time(startsAt), to: time(endsAt) })
  const when = `${shortDay(startsAt)}, ${hours}`
  return place ? say('tab.at', { when, place }) : when
}
