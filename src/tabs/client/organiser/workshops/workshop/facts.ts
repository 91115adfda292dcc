import type { KeptDayView, KeptView, ScreenView } from '../../../../contract/attendance.ts'
import type { SheetView } from '../../../../contract/workshops/planning.ts'
import type { Translator } from '../../../parts/words/translator.ts'
import { seatsText } from '../../../parts/workshops/seats-text.ts'

/** « jeudi 3 juin, 14 h à 17 h, Toulouse » */
export function whenAndWhere({ startsAt, endsAt, place }: KeptView, translator: Translator): string {
  const { say, time, shortDay } = translator
  const hours = say('tab.hours', { from: time(startsAt), to: time(endsAt) })
  const when = `${shortDay(startsAt)}, ${hours}`
  return place ? say('tab.at', { when, place }) : when
}

/** « 6 places prises sur 6, dont 1 proposée · 2 en attente ». Nobody waits any more once it is over, or does not take place. */
export function seatsOf(workshop: KeptDayView, translator: Translator): string {
  const { waiting, over, off } = workshop
  const taken = seatsText(workshop, translator)
  const waits = waiting > 0 && !over && !off
  return waits ? `${taken} · ${translator.say('organiser.waiting', { waiting })}` : taken
}

/** « 1 présence · 3 places prises sur 4 » */
export function presentText({ present, workshop }: ScreenView, translator: Translator): string {
  return `${translator.say('day.present', { present })} · ${seatsOf(workshop, translator)}`
}

/** A day of a series has the rules of its series. */
export const isRuledAlone = ({ series, changeable }: Pick<SheetView, 'series' | 'changeable'>) =>
  series === '' && changeable
