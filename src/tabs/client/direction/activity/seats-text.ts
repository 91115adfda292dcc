import type { DirectionWorkshopView } from '../../../contract/workshops/workshops.ts'
import { shortDate } from '../../parts/words/days.ts'
import type { Translator } from '../../parts/words/translator.ts'

/** « 12 places libres · 5 places prises par la Direction, 7 gardées pour elle »; before that, from when one can register. */
export function seatsText(workshop: DirectionWorkshopView, translator: Translator): string {
  const { seatsLeft, seatsOfDirection, quota, opensAt } = workshop
  const taken =
    quota === undefined
      ? translator.say('direction.seats', { count: seatsOfDirection })
      : translator.say('direction.seats.of', { taken: seatsOfDirection, quota })
  const first =
    opensAt === undefined
      ? translator.say('direction.free', { count: seatsLeft })
      : translator.say('direction.opens', { date: shortDate(opensAt, translator) })
  return `${first}\u00A0· ${taken}`
}
