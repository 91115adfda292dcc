import { HOUR } from '../../../../../kernel/time/clock.ts'
import type { SheetView } from '../../../../contract/workshops/planning.ts'

/** The faces of a workshop's page: before the day, on the day, and after it. */
export const FACES = ['prepare', 'run', 'close'] as const
export type WorkshopFace = (typeof FACES)[number]

type Times = Pick<SheetView, 'startsAt' | 'endsAt'>

/** Check-in opens this long before the start, and the page turns to the day with it (ms). */
const EARLY = HOUR

/** When a page that stays open changes by itself: the day opens, begins, ends (ms). */
const turnsOf = ({ startsAt, endsAt }: Times) => [startsAt - EARLY, startsAt, endsAt] as const

/** The face of the moment `at` (ms), by the server's clock. */
export function faceAt({ startsAt, endsAt }: Times, at: number): WorkshopFace {
  if (at < startsAt - EARLY) return 'prepare'
  return at < endsAt ? 'run' : 'close'
}

/** The next moment after `at` at which the page changes (ms); undefined once it is over. */
export function nextTurn(times: Times, at: number): number | undefined {
  return turnsOf(times).find(turn => turn > at)
}

export function faceNamed(name: string | null | undefined): WorkshopFace | undefined {
  return FACES.find(face => face === name)
}
