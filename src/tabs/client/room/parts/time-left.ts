import { HOUR, MINUTE, SECOND } from '../../../../kernel/time/clock.ts'
import type { RoomTimer } from '../../../contract/room/room.ts'

/** What remains at `now` (ms); 0 once it is over. */
export function timeLeft({ endsAt, left, ended }: RoomTimer, now: number): number {
  return ended ? 0 : Math.max(0, left ?? endsAt - now)
}

const two = (value: number) => String(value).padStart(2, '0')

/** « 12:05 », « 1:00:00 »: a second is shown until it is over. */
export function digits(ms: number): string {
  const all = Math.ceil(ms / SECOND) * SECOND
  const minutes = Math.floor((all % HOUR) / MINUTE)
  const seconds = Math.floor((all % MINUTE) / SECOND)
  const hours = Math.floor(all / HOUR)
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`
}
