import type { DirectionWorkshopView } from '../../../contract/workshops/workshops.ts'
import { shortDate } from '../../parts/words/days.ts'
import type { Speech } from '../../parts/words/translator.ts'

/** « 12 places libres · 5 places prises par la Direction, 7 gardées pour elle »; before that, from when one can register. */
export function seatsText(workshop: DirectionWorkshopView, speech: Speech): string {
  const { seatsLeft, seatsOfDirection, quota, opensAt } = workshop
  const taken =
    quota === undefined
      ? speech.say('direction.seats', { count: seatsOfDirection })
      : speech.say('direction.seats.of', { taken: seatsOfDirection, quota })
  const first =
    opensAt === undefined
      ? speech.say('direction.free', { count: seatsLeft })
      : speech.say('direction.opens', { date: shortDate(opensAt, speech) })
  return `${first}\u00A0· ${taken}`
}
